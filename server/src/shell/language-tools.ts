import { PYTHON_TOOLS } from './python-tools';
import { type Usage, usage } from './usage';

// The package managers of programming languages: which of their options take values. Sources: docs.npmjs.com/cli,
// classic.yarnpkg.com/docs/cli, pnpm.io, guides.rubygems.org/command-reference, bundler.io, pkg.go.dev/cmd/go,
// doc.rust-lang.org/cargo, getcomposer.org/doc, learn.microsoft.com/dotnet/core/tools, docs.haskellstack.org,
// cabal.readthedocs.io, dart.dev/tools.

const NPM = usage(
  `
  -g --global --location=global, -D --save-dev, -P --save-prod, -E --save-exact, -y --yes, -f --force
  -C --prefix <path>, -w --workspace <name>, --registry <url>, --cache <path>, --userconfig <path>
  --globalconfig <path>, --loglevel <level>, -L --location <place>, --tag <tag>, --omit <type>, --include <type>
  --only <type>, --also <type>, --install-strategy <name>, --script-shell <path>, --node-options <options>
  --fetch-retries <n>, --fetch-retry-factor <n>, --fetch-retry-mintimeout <ms>, --fetch-retry-maxtimeout <ms>
  --fetch-timeout <ms>, --maxsockets <n>, --proxy <url>, --https-proxy --https_proxy <url>, --noproxy <hosts>
  --ca <certificate>, --cafile <path>, --cert <certificate>, --key <key>, --cpu <name>, --os <name>
  --libc <name>, --package <spec>, --shell <path>, --git <path>, --node-gyp <path>, --local-address <address>
  --before <date>, --min-release-age <days>, --scope <scope>, --otp <code>, --access <level>, --depth <n>
  --save-prefix <prefix>, --lockfile-version <n>, --audit-level <level>, --auth-type <type>, --user-agent <text>
  --umask <mode>, --logs-dir <path>, --logs-max <n>, --cache-min <n>, --cache-max <n>, -c --call <command>
  --allow-scripts <names>, --replace-registry-host <host>, --preid <text>, --pack-destination <path>
  install add i in ins inst insta instal isnt isnta isntal:
  ci clean-install ic install-clean isntall-clean:
  uninstall unlink remove rm r un:
  update up upgrade udpate:
  run run-script rum urn:
  exec x:
  test t tst:
  install-test it:
  cache *:
  config c *:
  pkg *:
  `,
  'hasSubcommands',
  'passes',
);

const YARN = usage(
  `
  --cwd <directory>, --cache-folder <path>, --preferred-cache-folder <path>, --modules-folder <path>
  --global-folder <path>, --link-folder <path>, --prefix <path>, --registry <url>, --mutex <type>
  --network-concurrency <n>, --network-timeout <ms>, --child-concurrency <n>, --proxy <host>
  --https-proxy <host>
  --use-yarnrc <path>, --otp <code>, -s --silent, --prod --production [=prod]
  -D --dev, -P --peer, -O --optional, -E --exact, -T --tilde, -W --ignore-workspace-root-check
  add:
  install:
  global *:
  cache *:
  config *:
  workspaces *:
  plugin *:
  set *:
  `,
  'hasSubcommands',
);

const PNPM = usage(
  `
  -C --dir <directory>, -F --filter <selector>, --filter-prod <selector>, --store-dir <path>, --registry <url>
  --reporter <name>, --loglevel <level>, --virtual-store-dir <path>, --modules-dir <path>
  --lockfile-dir <path>, --hoist-pattern <pattern>, --public-hoist-pattern <pattern>, --test-pattern <pattern>
  --package <spec>, --network-concurrency <n>, --child-concurrency <n>, -g --global, -D --save-dev --dev -d
  -P --save-prod --prod
  add:
  install i:
  remove rm uninstall un:
  update up upgrade:
  cache *:
  store *:
  config c *:
  `,
  'hasSubcommands',
);

const GEM = usage(
  `
  -q --quiet --silent, -V --verbose, --config-file <file>, --norc
  install i:
    -v --version <version>, -i --install-dir <directory>, -n --bindir <directory>, --platform <platform>
    -s --source <url>, -P --trust-policy <policy>, -p --http-proxy [=url], -B --bulk-threshold <count>
    --build-root <directory>, -g --file [file], --document [=types], -N --no-document, --rdoc --ri
    --without <groups>, -f --force, -E --env-shebang, -w --wrappers, --target-rbconfig <file>, --minimal-deps
  update:
    -i --install-dir <directory>, -n --bindir <directory>, --platform <platform>, -s --source <url>
    -P --trust-policy <policy>, --document [=types], -N --no-document, --system [=version]
  uninstall:
    -v --version <version>, -i --install-dir <directory>, -n --bindir <directory>, -x --executables, -a --all
  sources:
    -a --add <url>, -r --remove <url>, -c --clear-all
  fetch:
    -v --version <version>, -s --source <url>, --platform <platform>
  cleanup:
  `,
  'hasSubcommands',
  'passes',
);

const GO_BUILD = `
    -C <directory>, -o <output>, -p <n>, -asmflags <flags>, -buildmode <mode>, -compiler <name>
    -covermode <mode>, -coverpkg <patterns>, -gccgoflags <flags>, -gcflags <flags>, -installsuffix <suffix>
    -ldflags <flags>, -mod <mode>, -modfile <file>, -overlay <file>, -pgo <file>, -pkgdir <directory>
    -tags <tags>, -toolexec <command>, -exec <program>
`;

const GO = usage(
  `
  -C <directory>
  build:${GO_BUILD}
  install:${GO_BUILD}
  get:${GO_BUILD}
  run:${GO_BUILD}
  generate:${GO_BUILD}
    -run <regexp>, -skip <regexp>
  list:${GO_BUILD}
    -f <format>
  vet:${GO_BUILD}
    -vettool <program>
  test:${GO_BUILD}
    -run <regexp>, -skip <regexp>, -bench <regexp>, -benchtime <time>, -count <n>, -cpu <list>, -parallel <n>
    -timeout <time>, -coverprofile <file>, -cpuprofile <file>, -memprofile <file>, -outputdir <directory>
    -fuzz <regexp>, -fuzztime <time>, -shuffle <how>, -vet <list>
  clean:${GO_BUILD}
  mod *:
  work *:
  tool:
  env:
  `,
  'hasSubcommands',
  'ordered',
  'longOnly',
);

const CARGO = usage(
  `
  -v --verbose, -q --quiet, --color <when>, -C <directory>, -Z <flag>, --config <key=value>, --locked, --offline
  --manifest-path <path>, --target <triple>, --target-dir <directory>, --profile <name>, -p --package <spec>
  -j --jobs <n>, -F --features <features>, --bin <name>, --example <name>, --root <directory>, --path <path>
  --git <url>, --branch <branch>, --tag <tag>, --rev <commit>, --version --vers <version>, --message-format <format>
  --registry <name>, --index <index>, --exclude <spec>, --test <name>, --bench <name>, --artifact-dir <directory>
  build b:
  install:
  `,
  'hasSubcommands',
  'passes',
);

const DOTNET = usage(
  `
  -c --configuration <configuration>, -f --framework <framework>, -o --output <directory>, -r --runtime <runtime>
  -s --source <source>, -v --verbosity <level>, -a --arch <architecture>, --os <os>, --version-suffix <suffix>
  -p --project <path>, --tool-path <path>, --configfile <file>
  tool *:
  nuget *:
  `,
  'hasSubcommands',
);

const BUNDLE = usage(
  `
  --gemfile <file>, --path <path>, -j --jobs <n>, --retry <n>, --with <groups>, --without <groups>
  --shebang <name>, -P --trust-policy <policy>, --target-rbconfig <file>, --binstubs [=directory]
  --standalone [=groups], -v --version <version>, -g --group <groups>, --source <url>, --git <url>
  config *:
  `,
  'hasSubcommands',
  'passes',
);

const COMPOSER = usage(
  `
  -d --working-dir <directory>, --prefer-install <how>, --ignore-platform-req <name>, --audit-format <format>
  --apcu-autoloader-prefix <text>, -s --stability <name>, --repository --repository-url <url>, -q --quiet
  install i:
  update u upgrade:
  require r:
  remove rm uninstall:
  clear-cache clearcache cc:
  global *:
  `,
  'hasSubcommands',
  'passes',
);

/** Tools of which only the subcommand matters here, and the options with a value that may stand before it. */
const plainly = (options = ''): Usage => usage(options, 'hasSubcommands', 'passes');
const STACK = plainly('--stack-yaml <file>, --resolver --snapshot <name>, --work-dir <directory>');

export const LANGUAGE_TOOLS: Readonly<Record<string, Usage>> = {
  ...PYTHON_TOOLS,
  npm: NPM,
  yarn: YARN,
  pnpm: PNPM,
  gem: GEM,
  go: GO,
  cargo: CARGO,
  dotnet: DOTNET,
  bundle: BUNDLE,
  bundler: BUNDLE,
  composer: COMPOSER,
  stack: STACK,
  cabal: plainly('--config-file <file>, --store-dir <directory>, --project-file <file>'),
  dart: plainly(),
  swift: plainly(),
};
