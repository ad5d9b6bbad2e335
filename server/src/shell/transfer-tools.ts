import { type Usage, usage } from './usage';

// Tools that fetch: which of their options take values. Sources: curl(1), wget(1), git(1).

const CURL = usage(`
  -a --append, -q --disable, -f --fail, -G --get, -g --globoff, -I --head, -0 --http1.0, -i --include
  -k --insecure, -4 --ipv4, -6 --ipv6, -j --junk-session-cookies, -l --list-only, -L --location, -M --manual
  -n --netrc, -N --no-buffer, -Z --parallel, -# --progress-bar, -p --proxytunnel, -J --remote-header-name
  -O --remote-name, -R --remote-time, -S --show-error, -s --silent, -2 --sslv2, -3 --sslv3, -1 --tlsv1
  -B --use-ascii, -v --verbose, -V --version, -: --next
  -A --user-agent <v>, -b --cookie <v>, -c --cookie-jar <v>, -C --continue-at <v>, -d --data --data-ascii <v>
  -D --dump-header <v>, -e --referer <v>, -E --cert <v>, -F --form <v>, -h --help <v>, -H --header <v>
  -K --config <v>, -m --max-time <v>, -o --output <v>, -P --ftp-port <v>, -Q --quote <v>, -r --range <v>
  -t --telnet-option <v>, -T --upload-file <v>, -u --user <v>, -U --proxy-user <v>, -w --write-out <v>
  -x --proxy <v>, -X --request <v>, -y --speed-time <v>, -Y --speed-limit <v>, -z --time-cond <v>
  --abstract-unix-socket <v>, --alt-svc <v>, --aws-sigv4 <v>, --cacert <v>, --capath <v>, --cert-type <v>
  --ciphers <v>, --connect-timeout <v>, --connect-to <v>, --create-file-mode <v>, --crlfile <v>, --curves <v>
  --data-binary <v>, --data-raw <v>, --data-urlencode <v>, --delegation <v>, --dns-interface <v>
  --dns-ipv4-addr <v>, --dns-ipv6-addr <v>, --dns-servers <v>, --doh-url <v>, --egd-file <v>, --engine <v>
  --etag-compare <v>, --etag-save <v>, --expect100-timeout <v>, --form-string <v>, --ftp-account <v>
  --ftp-alternative-to-user <v>, --ftp-method <v>, --ftp-ssl-ccc-mode <v>, --happy-eyeballs-timeout-ms <v>
  --hostpubmd5 <v>, --hostpubsha256 <v>, --hsts <v>, --interface <v>, --json <v>, --keepalive-time <v>
  --key <v>
  --key-type <v>, --krb <v>, --libcurl <v>, --limit-rate <v>, --local-port <v>, --login-options <v>
  --mail-auth <v>, --mail-from <v>, --mail-rcpt <v>, --max-filesize <v>, --max-redirs <v>, --netrc-file <v>
  --noproxy <v>, --oauth2-bearer <v>, --output-dir <v>, --parallel-max <v>, --pass <v>, --pinnedpubkey <v>
  --preproxy <v>, --proto <v>, --proto-default <v>, --proto-redir <v>, --proxy-cacert <v>, --proxy-capath <v>
  --proxy-cert <v>, --proxy-cert-type <v>, --proxy-ciphers <v>, --proxy-crlfile <v>, --proxy-header <v>
  --proxy-key <v>, --proxy-key-type <v>, --proxy-pass <v>, --proxy-pinnedpubkey <v>, --proxy-service-name <v>
  --proxy-tls13-ciphers <v>, --proxy-tlsauthtype <v>, --proxy-tlspassword <v>, --proxy-tlsuser <v>
  --proxy1.0 <v>, --pubkey <v>, --random-file <v>, --rate <v>, --request-target <v>, --resolve <v>
  --retry <v>
  --retry-delay <v>, --retry-max-time <v>, --sasl-authzid <v>, --service-name <v>, --socks4 <v>, --socks4a <v>
  --socks5 <v>, --socks5-gssapi-service <v>, --socks5-hostname <v>, --stderr <v>, --tftp-blksize <v>
  --tls-max <v>
  --tls13-ciphers <v>, --tlsauthtype <v>, --tlspassword <v>, --tlsuser <v>, --trace <v>, --trace-ascii <v>
  --unix-socket <v>, --url <v>, --url-query <v>, --variable <v>
`);

const WGET = usage(`
  -b --background, -d --debug, -q --quiet, -v --verbose, -nv --no-verbose, -F --force-html, -nc --no-clobber
  -c --continue, -N --timestamping, -S --server-response, -4 --inet4-only, -6 --inet6-only
  -nd --no-directories
  -x --force-directories, -nH --no-host-directories, -E --adjust-extension, -r --recursive, -k --convert-links
  -K --backup-converted, -m --mirror, -p --page-requisites, -H --span-hosts, -L --relative, -np --no-parent
  -V --version, -h --help
  -a --append-output <v>, -A --accept <v>, -B --base <v>, -D --domains <v>, -e --execute <v>
  -i --input-file <v>, -I --include-directories <v>, -l --level <v>, -o --output-file <v>
  -O --output-document <v>, -P --directory-prefix <v>, -Q --quota <v>, -R --reject <v>, -t --tries <v>
  -T --timeout <v>, -U --user-agent <v>, -w --wait <v>, -X --exclude-directories <v>, --backups [=v]
  --accept-regex <v>, --bind-address <v>, --body-data <v>, --body-file <v>, --ca-certificate <v>
  --ca-directory <v>, --certificate <v>, --certificate-type <v>, --ciphers <v>, --compression <v>
  --config <v>
  --connect-timeout <v>, --crl-file <v>, --cut-dirs <v>, --default-page <v>, --dns-timeout <v>
  --exclude-domains <v>, --follow-tags <v>, --ftp-password <v>, --ftp-user <v>, --header <v>
  --http-password <v>
  --http-user <v>, --ignore-tags <v>, --limit-rate <v>, --load-cookies <v>, --local-encoding <v>, --method <v>
  --password <v>, --pinnedpubkey <v>, --post-data <v>, --post-file <v>, --prefer-family <v>, --private-key <v>
  --private-key-type <v>, --progress <v>, --proxy-password <v>, --proxy-user <v>, --read-timeout <v>
  --referer <v>, --regex-type <v>, --reject-regex <v>, --rejected-log <v>, --remote-encoding <v>
  --report-speed <v>, --restrict-file-names <v>, --retry-on-http-error <v>, --save-cookies <v>
  --secure-protocol <v>, --start-pos <v>, --use-askpass <v>, --user <v>, --waitretry <v>, --warc-dedup <v>
  --warc-file <v>, --warc-header <v>, --warc-max-size <v>, --warc-tempdir <v>
`);

const GIT_FETCH = `
    --depth <n>, --deepen <n>, --shallow-since <date>, --shallow-exclude <ref>, -j --jobs <n>, --refmap <spec>
    -o --server-option <option>, --upload-pack <path>, --negotiation-tip <commit>, --filter <filter>
`;

const GIT = usage(
  `
  -C <path>, -c <name=value>, --git-dir <path>, --work-tree <path>, --namespace <name>, --exec-path [=path]
  --config-env <name=variable>, --super-prefix <path>
  clone:
    -b --branch <name>, -o --origin <name>, -u --upload-pack <path>, -c --config <key=value>, --depth <n>
    --template <directory>, --reference <path>, --reference-if-able <path>, --separate-git-dir <path>
    --shallow-since <date>, --shallow-exclude <ref>, -j --jobs <n>, --filter <filter>
    --server-option <option>
    --bundle-uri <uri>, --revision <revision>, --recurse-submodules --recursive [=path]
  fetch:${GIT_FETCH}
  pull:${GIT_FETCH}
    -s --strategy <name>, -X --strategy-option <option>
  checkout:
    -b <branch>, -B <branch>, --orphan <branch>, --conflict <style>, --pathspec-from-file <file>
  switch:
    -c --create <branch>, -C --force-create <branch>, --orphan <branch>, --conflict <style>
  commit:
    -m --message <text>, -F --file <file>, -c --reedit-message <commit>, -C --reuse-message <commit>
    -t --template <file>, --author <name>, --date <date>, --fixup <commit>, --squash <commit>
    --trailer <text>
  config:
    -f --file <file>, --blob <blob>, --type <type>, --default <value>, --comment <text>, --url <url>
  init:
    -b --initial-branch <name>, --template <directory>, --separate-git-dir <path>, --object-format <format>
  tag:
    -m --message <text>, -F --file <file>, -u --local-user <key>
  submodule *:
    -b --branch <name>, --depth <n>, --reference <path>, -j --jobs <n>, --name <name>
  remote *:
    -t <branch>, -m <branch>
  lfs *:
  `,
  'hasSubcommands',
);

export const TRANSFER_TOOLS: Readonly<Record<string, Usage>> = { curl: CURL, wget: WGET, git: GIT };
