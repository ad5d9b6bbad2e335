-- Run by neovim.test.ts: opens a file, waits for findings, asks for a hover and code actions, prints what came.
-- Neovim 0.7, so vim.lsp.start_client and not vim.lsp.start.
local env = vim.env
local seen = {}

local function finish(code)
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  io.stdout:write(vim.json.encode(seen) .. '\n')
  vim.cmd(code == 0 and 'qall!' or 'cquit!')
end

local function ask(client, bufnr)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(bufnr) },
    position = { line = tonumber(env.TUTOR_LINE), character = tonumber(env.TUTOR_CHARACTER) },
  }
  client.request('textDocument/hover', params, function(err, hover)
    seen.hover = hover and hover.contents.value
    seen.error = err and err.message
    local range = { start = params.position, ['end'] = params.position }
    local actions = { textDocument = params.textDocument, range = range, context = { diagnostics = {} } }
    client.request('textDocument/codeAction', actions, function(_, found)
      seen.actions = vim.tbl_map(function(action) return action.title end, found or {})
      client.request('textDocument/codeLens', { textDocument = params.textDocument }, function(failed, lenses, ctx)
        -- As neovim itself resolves and shows them.
        vim.lsp.codelens.on_codelens(failed, lenses, ctx, {})
        vim.wait(5000, function()
          seen.lenses = vim.tbl_map(function(lens) return lens.command and lens.command.title end, vim.lsp.codelens.get(bufnr))
          return #seen.lenses == #(lenses or {})
        end, 20)
        finish((err or failed) and 1 or 0)
      end, bufnr)
    end, bufnr)
  end, bufnr)
end

vim.cmd('edit ' .. vim.fn.fnameescape(env.TUTOR_FILE))
local bufnr = vim.api.nvim_get_current_buf()
vim.bo[bufnr].filetype = env.TUTOR_FILETYPE

local id = vim.lsp.start_client({
  name = 'container-tutor',
  cmd = { env.TUTOR_NODE, env.TUTOR_CLI, 'server', '--stdio' },
  root_dir = vim.fn.fnamemodify(env.TUTOR_FILE, ':h'),
  handlers = {
    ['textDocument/publishDiagnostics'] = function(err, result, ctx, config)
      vim.lsp.diagnostic.on_publish_diagnostics(err, result, ctx, config or {})
      -- What neovim holds afterwards is what it shows.
      seen.codes = vim.tbl_map(function(one)
        return one.user_data.lsp.code .. ' ' .. one.lnum .. ':' .. one.col
      end, vim.diagnostic.get(bufnr))
      if #seen.codes > 0 and not seen.asked then
        seen.asked = true
        ask(vim.lsp.get_client_by_id(ctx.client_id), bufnr)
      end
    end,
  },
})
vim.lsp.buf_attach_client(bufnr, id)
vim.defer_fn(function()
  seen.error = 'no findings within ten seconds'
  finish(1)
end, 10000)
