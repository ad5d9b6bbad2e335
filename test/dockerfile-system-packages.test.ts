import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { archivedIn } from '../server/src/dockerfile/facts/archived';
import { parseReference } from '../server/src/image/reference';
import { type Row, table } from './edges';
import { allRules, Bench } from './samples';

// The package managers of distributions. Compared with hadolint 2.15; docs/differences.md says where and why we
// differ.

const on =
  (image: string) =>
  (text: string): string =>
    `FROM ${image}\nRUN ${text}\n`;
const debian = on('debian:13');
const alpine = on('alpine:3.24');
const alma = on('almalinux:9');
const leap = on('opensuse/leap:16.0');

const LISTS = 'rm -rf /var/lib/apt/lists/*';

table('apt-lists-kept', [
  [
    'a mount of unknown place',
    'FROM a\nRUN --mount=type=cache,tagret=/var/lib/apt apt-get update && apt-get install -y b\n',
  ],
  [
    'a mount of something else',
    'FROM a\nRUN --mount=type=secret,id=c apt-get «update» && apt-get install -y b\n',
  ],
  // What deletes them.
  ...[
    LISTS,
    'rm -r /var/lib/apt/lists/',
    'rm -rf /var/lib/apt/lists',
    'rm -fr "/var/lib/apt/lists"/*',
    "rm -rf '/var/lib/apt'",
    'rm -rf /var/lib/apt/*',
    'rm -rf /var/lib/apt//lists/*',
    'rm -rf /var/lib/{apt,dpkg,cache,log}/',
    'rm -rf /tmp/* /var/lib/apt/lists/* /var/tmp/*',
    'cd /var/lib/apt/lists && rm -rf *',
    'find /var/lib/apt/lists -type f -delete',
    'apt-get dist-clean',
    'apt-get distclean',
    'apt distclean',
    '/cleanup.sh',
    'docker-clean',
    'sh -c "rm -rf /var/lib/apt/lists/*"',
    'sudo rm -rf /var/lib/apt/lists/*',
    'rm -rf $APT_LISTS',
  ].map(
    (removal): Row => [`deleted: ${removal}`, debian(`apt-get update && apt-get install -y a && ${removal}`)],
  ),
  ...[
    'apt-get clean',
    'apt-get autoclean',
    'rm -rf /var/lib/apt/lists/partial/*',
    'rm -rf /var/cache/apt/*',
    'rm -rf /tmp/*',
  ].map(
    (other): Row => [`not deleted: ${other}`, debian(`apt-get «update» && apt-get install -y a && ${other}`)],
  ),
  ['deleted before they are fetched', debian(`${LISTS} && apt-get «update» && apt-get install -y a`)],
  [
    'fetched once more behind',
    debian(`apt-get update && apt-get install -y a && ${LISTS} && apt-get «update» && apt-get install -y b`),
  ],
  [
    'one finding, at the last',
    debian('apt-get update && apt-get install -y a && apt-get «update» && apt-get install -y b'),
  ],
  ['deleted by a trap', debian(`trap "${LISTS}" EXIT; apt-get update && apt-get install -y a`)],
  ['deleted by a function', debian(`f() { ${LISTS}; }; apt-get update && apt-get install -y a && f`)],
  // Whose update it is.
  ['of apt', debian('apt «update» && apt install -y a')],
  ['of aptitude', debian('aptitude «update» && aptitude install -y a')],
  ['of sudo', debian('sudo apt-get «update» && sudo apt-get install -y a')],
  ['with options', debian('apt-get -qq «update» -y && apt-get install -y a')],
  ['in the JSON form', debian('["sh", "-c", "apt-get «update» && apt-get install -y a"]')],
  ['only simulated', debian('apt-get update --print-uris && apt-get install -y a')],
  ['of another tool', debian('brew update && apt-get install -y a; echo apt-get update')],
  ['an install alone', debian('apt-get install -y a')],
  ['told by apt-get-update-alone', 'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y a\n'],
  // Mounts.
  ...[
    'type=cache,target=/var/lib/apt/lists',
    'type=cache,target=/var/lib/apt',
    'type=tmpfs,target=/var/lib/apt/lists',
    'type=cache,dst=/var/lib/apt/lists/,sharing=locked',
    'type=cache,target=$LISTS',
  ].map(
    (mount): Row => [`mounted: ${mount}`, debian(`--mount=${mount} apt-get update && apt-get install -y a`)],
  ),
  ...['type=cache,target=/var/cache/apt', 'type=secret,id=a,target=/var/lib/apt/lists'].map(
    (mount): Row => [
      `mounted elsewhere: ${mount}`,
      debian(`--mount=${mount} apt-get «update» && apt-get install -y a`),
    ],
  ),
  // Stages.
  [
    'a stage that is not shipped',
    `${debian('apt-get update && apt-get install -y a')}FROM debian:13\nCOPY --from=0 /a /a\n`,
  ],
  [
    'a stage the last one is built on',
    'FROM debian:13 AS a\nRUN apt-get «update» && apt-get install -y a\nFROM a\nRUN b\n',
  ],
  ['a trigger', 'FROM debian:13\nONBUILD RUN apt-get «update» && apt-get install -y a\n'],
  ['without FROM', 'RUN apt-get «update» && apt-get install -y a\n'],
  ['Windows', '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN apt-get update\n'],
  // The fix.
  [
    'behind comments and blank lines',
    debian('apt-get «update» \\\n  # a\n\n  && apt-get install -y a \\\n  # b\n     b'),
    debian(`apt-get update \\\n  # a\n\n  && apt-get install -y a \\\n  # b\n     b \\\n  && ${LISTS}`),
  ],
  [
    'with operators at line ends',
    debian('apt-get «update» && \\\n  apt-get install -y a'),
    debian(`apt-get update && \\\n  apt-get install -y a && \\\n  ${LISTS}`),
  ],
  [
    'under set -e',
    debian('set -eux; \\\n\tapt-get «update»; \\\n\tapt-get install -y a'),
    debian(`set -eux; \\\n\tapt-get update; \\\n\tapt-get install -y a; \\\n\t${LISTS}`),
  ],
  [
    'CRLF',
    'FROM debian:13\r\nRUN apt-get «update» \\\r\n  && apt-get install -y a\r\n',
    `FROM debian:13\r\nRUN apt-get update \\\r\n  && apt-get install -y a \\\r\n  && ${LISTS}\r\n`,
  ],
  [
    'backtick',
    '# escape=`\nFROM debian:13\nRUN apt-get «update» `\n  && apt-get install -y a\n',
    `# escape=\`\nFROM debian:13\nRUN apt-get update \`\n  && apt-get install -y a \`\n  && ${LISTS}\n`,
  ],
  ...[
    'apt-get «update»; apt-get install -y a',
    'apt-get «update» && apt-get install -y a &',
    'apt-get «update» && apt-get install -y a # b',
    'apt-get «update» && exec apt-get install -y a',
    '<<EOF\napt-get «update»\napt-get install -y a\nEOF',
    '["sh", "-c", "apt-get «update» && apt-get install -y a"]',
  ].map((text): Row => [`no fix: ${text}`, debian(text), debian(text.replace(/[«»]/g, ''))]),
  [
    'no fix where nothing else would be left',
    'FROM debian:13\nRUN apt-get «update»\nRUN pip install b\n',
    'FROM debian:13\nRUN apt-get update\nRUN pip install b\n',
  ],
  [
    'no fix where a later RUN reads them',
    'FROM debian:13\nRUN apt-get «update» && apt-get install -y a\nRUN apt-get install -y b\n',
    'FROM debian:13\nRUN apt-get update && apt-get install -y a\nRUN apt-get install -y b\n',
  ],
]);

table('rpm-cache-kept', [
  ...['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'].map(
    (tool): Row => [tool, alma(`${tool} «install» -y a`), alma(`${tool} install -y a && ${tool} clean all`)],
  ),
  ['zypper', leap('zypper -n «in» a'), leap('zypper -n in a && zypper clean --all')],
  ...[
    'update -y',
    'upgrade -y',
    'reinstall -y a',
    'localinstall -y a.rpm',
    'groupinstall -y a',
    'builddep -y a',
    'swap -y a b',
    'distro-sync -y',
    'downgrade -y a',
  ].map((text): Row => [text, alma(`dnf ${text.replace(/^\S+/, '«$&»')}`)]),
  ['a group of subcommands', alma('dnf group install -y a && dnf «module install» -y b')],
  ['zypper patch', leap('zypper -n «patch»')],
  // What empties it.
  ...[
    'dnf clean all',
    'dnf -y clean all',
    'dnf clean packages',
    'yum clean all',
    'microdnf clean all',
    'rm -rf /var/cache/dnf',
    'rm -rf /var/cache/yum/*',
    'rm -rf /var/cache/*',
    'rm -rf /var/cache/{dnf,yum}',
    '/cleanup.sh',
    'sudo dnf clean all',
  ].map((removal): Row => [`emptied: ${removal}`, alma(`dnf install -y a && ${removal}`)]),
  ['emptied by a trap', alma('trap "dnf clean all" EXIT; dnf install -y a')],
  ['zypper cc -a', leap('zypper -n in a && zypper cc -a')],
  ['emptied before', alma('dnf clean all && dnf «install» -y a')],
  ['filled again behind', alma('dnf install -y a && dnf clean all && dnf «install» -y b')],
  ['one finding, at the last', alma('dnf install -y a && dnf «install» -y b')],
  ['nothing of it', alma('rm -rf /tmp/* && dnf «install» -y a && rm -rf /var/log/dnf*')],
  ['what fills nothing', alma('dnf remove -y a && dnf config-manager --add-repo b; rpm -i c.rpm')],
  ['another root', alma('dnf install -y --installroot /mnt a')],
  ['a cache elsewhere', alma('dnf install -y --setopt=cachedir=/tmp/c a')],
  ...['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5', '/var/cache', '/var/cache/zypp'].map(
    (path): Row => [`mounted: ${path}`, alma(`--mount=type=cache,target=${path} dnf install -y a`)],
  ),
  ['mounted elsewhere', alma('--mount=type=cache,target=/root/.cache dnf «install» -y a')],
  ['a stage that is not shipped', `${alma('dnf install -y a')}FROM scratch\nCOPY --from=0 /a /a\n`],
  ['a stage the last one is built on', 'FROM almalinux:9 AS a\nRUN dnf «install» -y a\nFROM a\nRUN b\n'],
  ['a trigger', 'FROM almalinux:9\nONBUILD RUN dnf «install» -y a\n'],
  ['in the JSON form', alma('["dnf", "«install»", "-y", "a"]'), alma('["dnf", "install", "-y", "a"]')],
  ['in sh -c', alma('sh -c "yum «install» -y a"')],
  ['a heredoc', alma('<<EOF\ndnf «install» -y a\nEOF'), alma('<<EOF\ndnf install -y a\nEOF')],
  ['a heredoc that empties', alma('<<EOF\ndnf install -y a\ndnf clean all\nEOF')],
  [
    'with comments',
    alma('dnf «install» -y \\\n    # a\n    a \\\n    b'),
    alma('dnf install -y \\\n    # a\n    a \\\n    b \\\n    && dnf clean all'),
  ],
  [
    'CRLF',
    'FROM almalinux:9\r\nRUN dnf «install» -y a \\\r\n && b\r\n',
    'FROM almalinux:9\r\nRUN dnf install -y a \\\r\n && b \\\r\n && dnf clean all\r\n',
  ],
  ['only said', alma('echo dnf install -y a')],
]);

table('apk-cache-kept', [
  ['with options', alpine('apk --update «add» -q a'), alpine('apk --update add --no-cache -q a')],
  ['every add', alpine('apk «add» a && apk «add» b'), alpine('apk add --no-cache a && apk add --no-cache b')],
  ['one with and one without', alpine('apk add --no-cache a && apk «add» b')],
  ['before the subcommand', alpine('apk --no-cache add a')],
  ['PowerShell', 'FROM a\nSHELL ["pwsh", "-Command"]\nRUN apk add a\n'],
  ['deleted by a function', alpine('f() { rm -rf /var/cache/apk/*; }; apk add a && f')],
  ['without the network', alpine('apk add --no-cache a && apk add --no-network -t .b c')],
  ['only simulated', alpine('apk add -s a')],
  ['another root', alpine('apk add -p /mnt --initdb a')],
  ['a cache elsewhere', alpine('apk add --cache-dir /tmp a')],
  ...[
    'rm -rf /var/cache/apk/*',
    'rm -rf /var/cache/apk',
    'rm -r /var/cache/apk/APKINDEX*',
    'rm -rf /var/cache/*',
    'rm -rf /tmp/* /var/cache/apk/*',
    'find /var/cache/apk -delete',
    'cd /var/cache/apk && rm -f *',
    '/cleanup',
  ].map((removal): Row => [`deleted: ${removal}`, alpine(`apk add a && ${removal}`)]),
  ['deleted before', alpine('rm -rf /var/cache/apk/* && apk «add» a')],
  ['something else is deleted', alpine('apk «add» a && rm -rf /tmp/*')],
  ...[
    'type=cache,target=/var/cache/apk',
    'type=cache,target=/etc/apk/cache',
    'type=tmpfs,target=/var/cache',
  ].map((mount): Row => [`mounted: ${mount}`, alpine(`--mount=${mount} apk add a`)]),
  ['mounted elsewhere', alpine('--mount=type=cache,target=/root apk «add» a')],
  ['options in a variable', 'FROM alpine:3.24\nARG APK_OPTS="--no-cache"\nRUN apk add $APK_OPTS a\n'],
  ['packages in a variable', 'FROM alpine:3.24\nARG PACKAGES="a b"\nRUN apk «add» $PACKAGES\n'],
  ['other subcommands', alpine('apk del a && apk info && apk fetch b && apk upgrade')],
  ['a stage that is not shipped', `${alpine('apk add a')}FROM alpine:3.24\nCOPY --from=0 /a /a\n`],
  ['a stage the last one is built on', 'FROM alpine:3.24 AS a\nRUN apk «add» a\nFROM a\nRUN b\n'],
  ['a trigger', 'FROM alpine:3.24\nONBUILD RUN apk «add» a\n'],
  ['in the JSON form', alpine('["apk", "«add»", "a"]'), alpine('["apk", "add", "--no-cache", "a"]')],
  ['in sh -c', alpine('sh -c "apk «add» a"'), alpine('sh -c "apk add --no-cache a"')],
  ['of sudo', alpine('sudo apk «add» a'), alpine('sudo apk add --no-cache a')],
  ['a heredoc', alpine('<<EOF\napk «add» a\nEOF'), alpine('<<EOF\napk add --no-cache a\nEOF')],
  [
    'a heredoc with an update',
    alpine('<<EOF\napk update\napk «add» a\nEOF'),
    alpine('<<EOF\napk add --no-cache a\nEOF'),
  ],
  [
    'CRLF',
    'FROM alpine:3.24\r\nRUN apk «add» \\\r\n  a\r\n',
    'FROM alpine:3.24\r\nRUN apk add --no-cache \\\r\n  a\r\n',
  ],
  [
    'backtick',
    '# escape=`\nFROM alpine:3.24\nRUN apk «add» `\n  a\n',
    '# escape=`\nFROM alpine:3.24\nRUN apk add --no-cache `\n  a\n',
  ],
  ['a word cut by a continuation', alpine('apk «ad\\\nd» a'), alpine('apk ad\\\nd --no-cache a')],
  // The update before it.
  ['an update alone (hint)', alpine('apk «update»'), alpine('apk update')],
  [
    'an update and an upgrade (hint)',
    alpine('apk «update» && apk upgrade'),
    alpine('apk update && apk upgrade'),
  ],
  [
    'comments between stay',
    alpine('apk update \\\n  # a\n  && apk «add» a'),
    alpine('apk update \\\n  # a\n  && apk add --no-cache a'),
  ],
  [
    'an update whose failure is no matter',
    alpine('apk update || true; apk «add» a'),
    alpine('apk update || true; apk add --no-cache a'),
  ],
  [
    'who else reads the index',
    alpine('apk update && apk search a && apk «add» a'),
    alpine('apk update && apk search a && apk add --no-cache a'),
  ],
]);

table('apt-instead-of-apt-get', [
  ...['install -y a', 'update', 'remove -y a', 'purge -y a', 'autoremove -y', 'source a', 'clean'].map(
    (text): Row => [text, debian(`«apt» ${text}`), debian(`apt-get ${text}`)],
  ),
  ['options first', debian('«apt» -qq -y install a'), debian('apt-get -qq -y install a')],
  [
    'every one',
    debian('«apt» update && «apt» install -y a'),
    debian('apt-get update && apt-get install -y a'),
  ],
  ['upgrade', debian('«apt» upgrade -y'), debian('apt-get upgrade --with-new-pkgs -y')],
  ['no counterpart', debian('«apt» list --installed; «apt» search a; «apt» edit-sources')],
  ['no counterpart, no fix', debian('«apt» show a'), debian('apt show a')],
  ['a path', debian('«/usr/bin/apt» update'), debian('/usr/bin/apt-get update')],
  ['sudo', debian('sudo «apt» update'), debian('sudo apt-get update')],
  ['env and xargs', debian('env A=b «apt» update; echo a | xargs «apt» install -y')],
  ['sh -c', debian('bash -c "«apt» update"'), debian('bash -c "apt-get update"')],
  ['the JSON form', debian('["«apt»", "update"]'), debian('["apt-get", "update"]')],
  ['a substitution', debian('a="$(«apt» list)"')],
  ['a heredoc', debian('<<EOF\n«apt» update\nEOF'), debian('<<EOF\napt-get update\nEOF')],
  ['a trigger', 'FROM debian:13\nONBUILD RUN «apt» update\n'],
  ['a word cut by a continuation', debian('«a\\\npt» update')],
  [
    'CRLF',
    'FROM debian:13\r\nRUN «apt» update \\\r\n  -y\r\n',
    'FROM debian:13\r\nRUN apt-get update \\\r\n  -y\r\n',
  ],
  ['every stage', 'FROM a AS b\nRUN «apt» update\nFROM c\n'],
  ['escaped for another shell', debian('sh -c "\\«"apt\\"» update"'), debian('sh -c "\\"apt\\" update"')],
  ['quoted', debian('«"apt"» update')],
  [
    'not run',
    debian(
      'which apt; command -v apt; apt --version; echo "apt install"; ls /etc/apt; apt-get update; apt-cache show a; cd apt',
    ),
  ],
  ['Windows', '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN apt update\n'],
]);

table('recommended-packages-installed', [
  ['each install', debian('apt-get «install» -y a && apt «install» -y b')],
  [
    'options before',
    debian('apt-get -y «install» a'),
    debian('apt-get -y install --no-install-recommends a'),
  ],
  ['with a quote', debian("apt-get «'install'» a")],
  ...[
    'apt-get --no-install-recommends install a',
    'apt-get install a --no-install-recommends',
    'apt-get install -y "--no-install-recommends" a',
    'apt-get install --install-recommends a',
    'apt-get install -o APT::Install-Recommends=false a',
    'apt-get -o "APT::Install-Recommends=0" install a',
    'apt-get -o=APT::Install-Recommends=no install a',
    'apt-get -c file install a',
    'APT_CONFIG=/a apt-get install a',
    'export APT_CONFIG=/a && apt-get install a',
    'apt-get install -s a',
    'apt-get install --only-upgrade a',
    'apt-get install -f',
    'apt-get upgrade -y',
    'apt-get build-dep a',
    'aptitude install a',
    'apt-get install $APT_OPTS a',
    'apt-get install "$@"',
    'echo apt-get install a',
  ].map((text): Row => [text, debian(text)]),
  ['what a variable holds', 'FROM debian:13\nENV OPTS=-q\nRUN apt-get install $OPTS a\n'],
  ['packages in a variable', debian('apt-get «install» -y $PACKAGES')],
  [
    'configured for all',
    debian('echo \'APT::Install-Recommends "0";\' >> /etc/apt/apt.conf && apt-get install a'),
  ],
  [
    'configured behind',
    debian('apt-get «install» a && echo \'APT::Install-Recommends "0";\' >> /etc/apt/apt.conf'),
  ],
  [
    'configured the other way',
    debian('echo \'APT::Install-Recommends "1";\' >> /etc/apt/apt.conf && apt-get «install» a'),
  ],
  ['configured with tee', debian('echo a | tee /etc/b && apt-get «install» a')],
  [
    'configured by printf',
    debian("printf '%s\\n' 'APT::Install-Recommends false;' > /etc/apt/apt.conf.d/a; apt-get install a"),
  ],
  [
    'configured below',
    "FROM debian:13 AS a\nRUN echo 'APT::Install-Recommends 0;' > /etc/apt/apt.conf.d/a\nFROM a\nRUN apt-get install a\n",
  ],
  [
    'configured in another stage',
    "FROM debian:13 AS a\nRUN echo 'APT::Install-Recommends 0;' > /etc/apt/apt.conf.d/a\nFROM debian:13\nRUN apt-get «install» a\n",
  ],
  ['a copied file', 'FROM debian:13\nCOPY 99lean /etc/apt/apt.conf.d/\nRUN apt-get install a\n'],
  [
    'a written file',
    'FROM debian:13\nCOPY <<EOF /etc/apt/apt.conf.d/a\nAPT::Install-Recommends "0";\nEOF\nRUN apt-get install a\n',
  ],
  [
    'a written file about something else',
    'FROM debian:13\nCOPY <<EOF /etc/apt/apt.conf.d/a\nAcquire::Retries 3;\nEOF\nRUN apt-get «install» a\n',
  ],
  ['a file elsewhere', 'FROM debian:13\nCOPY a /etc/apt/sources.list.d/\nRUN apt-get «install» a\n'],
  ['ENV', 'FROM debian:13\nENV APT_CONFIG=/a\nRUN apt-get install a\n'],
  ['sudo', debian('sudo apt-get «install» a'), debian('sudo apt-get install --no-install-recommends a')],
  ['xargs', debian('xargs apt-get «install» -y < a')],
  [
    'sh -c',
    debian('sh -c "apt-get «install» a"'),
    debian('sh -c "apt-get install --no-install-recommends a"'),
  ],
  [
    'the JSON form',
    debian('["apt-get", "«install»", "a"]'),
    debian('["apt-get", "install", "--no-install-recommends", "a"]'),
  ],
  [
    'a heredoc',
    debian('<<EOF\napt-get «install» a\nEOF'),
    debian('<<EOF\napt-get install --no-install-recommends a\nEOF'),
  ],
  ['a trigger', 'FROM debian:13\nONBUILD RUN apt-get «install» a\n'],
  [
    'CRLF',
    'FROM debian:13\r\nRUN apt-get «install» \\\r\n  a\r\n',
    'FROM debian:13\r\nRUN apt-get install --no-install-recommends \\\r\n  a\r\n',
  ],
  [
    'comments',
    debian('apt-get «install» \\\n  # a\n  a'),
    debian('apt-get install --no-install-recommends \\\n  # a\n  a'),
  ],
]);

table('package-install-without-yes', [
  ...['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'].map(
    (tool): Row => [tool, alma(`${tool} «install» a`), alma(`${tool} install -y a`)],
  ),
  ['microdnf asks in some versions (info)', alma('microdnf «install» a')],
  ['dnf always asks (warning)', alma('dnf «install» a')],
  ['zypper and its short names', leap('zypper «in» a'), leap('zypper --non-interactive in a')],
  ...['remove a', 'update', 'dup', 'patch', 'si a'].map(
    (text): Row => [`zypper ${text}`, leap(`zypper ${text.replace(/^\S+/, '«$&»')}`)],
  ),
  ...[
    'update',
    'upgrade',
    'remove a',
    'reinstall a',
    'groupinstall a',
    'localinstall a',
    'autoremove',
    'swap a b',
    'builddep a',
  ].map((text): Row => [`dnf ${text}`, alma(`dnf ${text.replace(/^\S+/, '«$&»')}`)]),
  ['a group of subcommands', alma('dnf «module enable» a'), alma('dnf module enable -y a')],
  ...[
    'dnf install -y a',
    'dnf -y install a',
    'dnf install a -y',
    'dnf install a --assumeyes',
    'dnf -qy install a',
    'dnf install --assumeno a',
    'dnf install --setopt=assumeyes=True a',
    'dnf --setopt assumeyes=1 install a',
    'yes | dnf install a',
    'echo y | dnf install a',
    'dnf install a <<< y',
    'dnf install $DNF_OPTS a',
    'dnf install "$@"',
    'dnf makecache && dnf clean all && dnf list && dnf repolist && dnf info a && dnf config-manager --add-repo a',
    'rpm -i a.rpm',
    'echo dnf install a',
    'dnf install --help',
  ].map((text): Row => [text, alma(text)]),
  ...[
    'zypper -n in a',
    'zypper --non-interactive in a',
    'zypper in -y a',
    'zypper in --no-confirm a',
    'zypper in --dry-run a',
    'zypper --non-interactive-include-reboot-patches patch',
    'zypper ref && zypper lr && zypper ar a b && zypper se a',
  ].map((text): Row => [text, leap(text)]),
  ['-n behind the subcommand is --name', leap('zypper «in» -n a'), leap('zypper --non-interactive in -n a')],
  ['no input', alma('dnf «install» a < /dev/null')],
  ['configured', alma('echo assumeyes=1 >> /etc/dnf/dnf.conf && dnf install a')],
  ['configured by sed', alma("sed -i '/main/aassumeyes=True' /etc/yum.conf && yum install a")],
  ['a copied configuration', 'FROM almalinux:9\nCOPY dnf.conf /etc/dnf/dnf.conf\nRUN dnf install a\n'],
  ['a copied repository', 'FROM almalinux:9\nCOPY a.repo /etc/yum.repos.d/\nRUN dnf «install» a\n'],
  [
    'configured below',
    'FROM almalinux:9 AS a\nRUN echo assumeyes=1 >> /etc/dnf/dnf.conf\nFROM a\nRUN dnf install a\n',
  ],
  ['sudo', alma('sudo dnf «install» a'), alma('sudo dnf install -y a')],
  ['sh -c', alma('sh -c "yum «install» a"'), alma('sh -c "yum install -y a"')],
  ['xargs answers nothing', alma('echo a | xargs dnf «install»')],
  ['the JSON form', alma('["dnf", "«install»", "a"]'), alma('["dnf", "install", "-y", "a"]')],
  [
    'zypper in the JSON form',
    leap('["zypper", "«in»", "a"]'),
    leap('["zypper", "--non-interactive", "in", "a"]'),
  ],
  ['a heredoc', alma('<<EOF\ndnf «install» a\nEOF'), alma('<<EOF\ndnf install -y a\nEOF')],
  ['a trigger', 'FROM almalinux:9\nONBUILD RUN dnf «install» a\n'],
  [
    'CRLF',
    'FROM almalinux:9\r\nRUN dnf «install» \\\r\n  a\r\n',
    'FROM almalinux:9\r\nRUN dnf install -y \\\r\n  a\r\n',
  ],
  [
    'backtick',
    '# escape=`\nFROM almalinux:9\nRUN dnf «install» `\n  a\n',
    '# escape=`\nFROM almalinux:9\nRUN dnf install -y `\n  a\n',
  ],
]);

table('zypper-dist-upgrade', [
  ['its short name', leap('zypper -n «dup»')],
  ['each', leap('zypper -n «dup» && zypper «dist-upgrade» -y')],
  ['other updates', leap('zypper up && zypper patch && zypper in a')],
  ['from one repository', leap('zypper dup --from a; zypper dup --from=a; zypper dup -r a')],
  ...[
    'opensuse/tumbleweed',
    'registry.opensuse.org/opensuse/tumbleweed:latest',
    'opensuse/microos',
    '$BASE',
    'scratch',
  ].map((image): Row => [image, on(image)('zypper -n dup')]),
  ['without FROM', 'RUN zypper dup\n'],
  ['a stage on Leap', 'FROM opensuse/leap:16.0 AS a\nFROM a\nRUN zypper «dup»\n'],
  ['a stage on Tumbleweed', 'FROM opensuse/tumbleweed AS a\nFROM a\nRUN zypper dup\n'],
  ['a trigger', 'FROM opensuse/leap:16.0\nONBUILD RUN zypper «dup»\n'],
  [
    'sudo, sh -c, the JSON form',
    `${leap('sudo zypper «dup»; sh -c "zypper «dup»"')}RUN ["zypper", "«dup»"]\n`,
  ],
  ['a heredoc', leap('<<EOF\nzypper «dup»\nEOF')],
  ['only said', leap('echo zypper dup')],
]);

table('unpinned-system-package', [
  // apt
  ['the first of several (hint)', debian('apt-get install -y a=1 «bb» cc')],
  ['each command', debian('apt-get install -y «aa» && apt-get install -y bb=1 && apt install -y «cc»')],
  ['plus, dots, architectures', debian('apt-get install «g++» libgtk-3.0:i386')],
  ['an architecture', debian('apt-get install «libc6:i386»')],
  ['quoted', debian(`apt-get install «"aa"»`)],
  ['aptitude, reinstall', debian('aptitude install -y «aa»; apt-get reinstall «bb»')],
  [
    'sudo, env, sh -c',
    debian('sudo apt-get install «aa»; env A=b apt-get install «bb»; sh -c "apt-get install «cc»"'),
  ],
  ['an absolute path', debian('/usr/bin/apt-get install -y «aa»')],
  [
    'values of options',
    debian('apt-get install -o Dpkg::Options::=--force-confold -o APT::Get::List-Cleanup=0 -c f -a i386 a=1'),
  ],
  ...[
    'apt-get install -y a=1 b=1.2.* c=1:2.3-4',
    'apt-get install -y \'a=1\' "b=$V" c=$V',
    'apt-get install -y a/trixie-backports',
    'apt-get install -y -t trixie-backports aa',
    'apt-get install -y --target-release=trixie-backports aa',
    'apt-get -t sid install aa',
    'apt-get install --default-release sid aa',
    'apt-get install -S 20260101T000000Z aa',
    'apt-get install ./a.deb /tmp/b.deb b.deb /tmp/*.deb *.deb https://a.org/b.deb',
    'apt-get install task^ removed- kept+-',
    'apt-get install $PACKAGES ${A} "$B" $(cat c) `d`',
    'apt-get install a$V lib{a,b}',
    "apt-get install 'lib.*-dev' ~nfoo '?name(a)' php*",
    'xargs apt-get install -y < packages',
    'apt-get install -f; apt-get -s install aa; apt-get install -d aa; apt-get install --print-uris aa',
    'apt-get build-dep aa; apt-get upgrade -y; apt-get remove -y aa; apt-get source aa; apt-mark hold aa; apt-get download aa',
    'echo apt-get install aa',
  ].map((text): Row => [text, debian(text)]),
  ['a name beside a variable', debian('apt-get install $PACKAGES «aa»')],
  [
    'from the snapshot of a day',
    debian(
      "sed -i 's|deb.debian.org|snapshot.debian.org/archive/debian/20260101T000000Z|' /etc/apt/sources.list.d/debian.sources && apt-get update && apt-get install aa",
    ),
  ],
  ['APT::Snapshot', debian('apt-get install -o APT::Snapshot=20260101T000000Z aa')],
  ['a file of pins', 'FROM debian:13\nCOPY pins /etc/apt/preferences.d/pins\nRUN apt-get install aa\n'],
  [
    'a pinned version',
    debian(
      "printf 'Package: aa\\nPin: version 1.2*\\nPin-Priority: 1001\\n' > /etc/apt/preferences.d/a && apt-get install aa",
    ),
  ],
  [
    'a pinned release pins no version',
    debian(
      "printf 'Package: php*\\nPin: release *\\nPin-Priority: -1\\n' > /etc/apt/preferences.d/a && apt-get install «aa»",
    ),
  ],
  [
    'a stage on one with pins',
    'FROM debian:13 AS a\nCOPY pins /etc/apt/preferences.d/\nFROM a\nRUN apt-get install aa\n',
  ],
  // apk
  ['apk', alpine('apk add --no-cache a=1 «b» c~1.2 d=~1 "e>1" "f<2" g~=1 h>=1')],
  [
    'apk and its options',
    alpine('apk add -X http://a.org/b -t .c --virtual .d --repository e --arch x86 -p /mnt a=1'),
  ],
  ['apk’s names', alpine('apk add «libstdc++»; apk add «gtk+3.0»; apk add «py3-pip»')],
  [
    'apk without a name',
    alpine(
      'apk add ./a.apk a.apk /b/*.apk a@edge !b .build-deps cmd:bash so:libc.so.6 $A; apk add -u; apk del a; apk fetch a; apk add -s a',
    ),
  ],
  // yum, dnf
  ...['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'].map(
    (tool): Row => [tool, alma(`${tool} install -y a-1.2 «b»`)],
  ),
  [
    'a version in the name',
    alma(
      'dnf install -y «java-21-openjdk»; dnf install -y «java-1.8.0-openjdk-devel»; dnf install -y «python3-devel»; dnf install -y «glibc.i686»',
    ),
  ],
  ...[
    'a-1 a-1.2.3 a-1.2-3.el9 a-1.2-3.el9.x86_64 a-1:1.2-3 docker-ce-3:26.0.0-1.el9 3:docker-ce-26',
    'a-1.2*',
    'a-$V a-${V} "$A"',
    './a.rpm /b.rpm c.rpm https://a.org/b.rpm https://a.org/c',
    '@development @^minimal @nodejs:20 @a/common',
    '/usr/bin/python3 "perl(JSON)" "a >= 1" a=1 php-*',
    '--downloadonly a',
    '--assumeno a',
    '--enablerepo x --disablerepo=* --exclude y --setopt a=b -x z a-1',
  ].map((text): Row => [text, alma(`dnf install -y ${text}`)]),
  [
    'modules',
    alma('dnf module install -y nodejs:20 «php»; yum module install -y «ruby»; dnf module enable -y a'),
  ],
  [
    'groups and updates',
    alma('yum groupinstall -y a; dnf group install b; yum localinstall c; yum update -y d; dnf remove e'),
  ],
  ['locked versions', 'FROM almalinux:9\nCOPY versionlock.list /etc/dnf/plugins/\nRUN dnf install -y a\n'],
  // zypper
  ['zypper', leap('zypper -n in -y a=1 «b» "c>=1"; zypper install «d»')],
  ['zypper and its options', leap('zypper in -r a --from b -f c=1')],
  [
    'zypper without a name',
    leap(
      'zypper in a.rpm "b<2" a-1.2 @c pattern:d $E -t pattern f; zypper in -t pattern g; zypper rm h; zypper in -d i',
    ),
  ],
  ['zypper -t package', leap('zypper in -t package «a»')],
  // Everywhere.
  ['the JSON form', debian('["apt-get", "install", "-y", "«aa»"]')],
  ['a heredoc', debian('<<EOF\napt-get update\napt-get install -y «aa»\nEOF')],
  ['a trigger', 'FROM debian:13\nONBUILD RUN apt-get install -y «aa»\n'],
  ['comments and continuations', debian('apt-get install -y \\\n  # a\n  a=1 \\\n\n  «bb» \\\n  cc')],
  ['a name cut by a continuation', debian('apt-get install «a\\\na»')],
  ['CRLF', 'FROM debian:13\r\nRUN apt-get install -y \\\r\n  «aa» \\\r\n  bb\r\n'],
  ['backtick', '# escape=`\nFROM debian:13\nRUN apt-get install -y `\n  «aa»\n'],
  ['every stage', `${debian('apt-get install «aa»')}FROM debian:13\nCOPY --from=0 a b\n`],
  ['Windows', '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN apt-get install aa\n'],
]);
table('unpinned-system-package', [['when strict (warning)', debian('apt-get install «aa»')]], {
  settings: { profile: 'strict' },
});

const buster = on('debian:buster');
const ARCHIVE =
  "sed -i -e 's|//deb.debian.org|//archive.debian.org|' -e 's|//security.debian.org[^ ]*|//archive.debian.org/debian-security|' -e '/-updates/d' /etc/apt/sources.list";

table('archived-apt-repository', [
  ...[
    ...[
      'debian:10',
      'debian:10.13-slim',
      'debian:stretch',
      'debian:wheezy',
      'python:3.7-buster',
      'node:14-stretch-slim',
    ],
    ...[
      'docker.io/library/debian:buster',
      'buildpack-deps:jessie',
      'ubuntu:24.10',
      'ubuntu:mantic',
      'ubuntu:12.04',
    ],
  ].map((image): Row => [image, on(image)('apt-get «update»')]),
  ...[
    ...[
      'debian',
      'debian:bullseye',
      'debian:12',
      'debian/eol:buster',
      'ubuntu:14.04',
      'ubuntu:20.04',
      'ubuntu:25.04',
    ],
    ...['ubuntu', 'python:3.7', 'a/debian:buster', 'ghcr.io/a/b:buster', 'alpine:3.12', '$BASE', 'scratch'],
  ].map((image): Row => [image, on(image)('apt-get update')]),
  ['a default of ARG', 'ARG BASE=debian:buster\nFROM $BASE\nRUN apt-get «update»\n'],
  ['the first one only', `${buster('apt-get «update» && apt-get update')}RUN apt-get update\n`],
  ['in a stage and above it', `FROM debian:buster AS a\nRUN apt-get «update»\nFROM a\nRUN apt-get update\n`],
  ['above a stage', 'FROM debian:buster AS a\nFROM a\nRUN apt-get «update»\nFROM a\nRUN apt-get «update»\n'],
  ['apt', buster('apt «update»')],
  ['sudo', buster('sudo apt-get «update»'), buster('sudo apt-get update')],
  ['an install alone', buster('apt-get install a')],
  // Where it is said.
  ...[
    "sed -i 's/deb.debian.org/archive.debian.org/' /etc/apt/sources.list",
    'echo "deb http://archive.debian.org/debian buster main" > /etc/apt/sources.list',
    'echo "deb http://mirror.example.com/debian buster main" > /etc/apt/sources.list',
    'printf "deb http://a.org b main" | tee /etc/apt/sources.list',
    'rm /etc/apt/sources.list && echo "deb http://a.org b main" > /etc/apt/sources.list.d/a.list',
    'mv a /etc/apt/sources.list',
    'cat <<A > /etc/apt/sources.list\ndeb http://archive.debian.org/debian buster main\nA\ntrue',
    "find /etc/apt -type f -exec sed -i 's/deb.debian/a.b/' {} +",
    'curl -o /etc/apt/sources.list https://a.org/sources',
    ': > /etc/apt/sources.list',
    'bash <(curl -sSL https://a.org/main.sh)',
    './fix-sources',
    "sed -i 's/archive.ubuntu/a.b/' /etc/apt/sources.list.d/ubuntu.sources",
    'sh /tmp/fix.sh',
    '/tmp/fix.sh',
    'export APT_CONFIG=/a',
  ].map((text): Row => [`redirected: ${text}`, buster(`<<EOF\n${text}\napt-get update\nEOF`)]),
  [
    'redirected in an earlier RUN',
    `${buster("sed -i 's/deb/archive/' /etc/apt/sources.list")}RUN apt-get update\n`,
  ],
  ['redirected too late', buster("apt-get «update» && sed -i 's/deb/archive/' /etc/apt/sources.list")],
  [
    'redirected below',
    "FROM debian:buster AS a\nRUN sed -i 's/deb/archive/' /etc/apt/sources.list\nFROM a\nRUN apt-get update\n",
  ],
  ...['/etc/apt/sources.list', '/etc/apt/', '/etc/apt', '/etc/', '/'].map(
    (path): Row => [`copied to ${path}`, `FROM debian:buster\nCOPY a ${path}\nRUN apt-get update\n`],
  ),
  ...['/etc/apt/sources.list.d/', '/app/', '/etc/nginx/'].map(
    (path): Row => [`copied to ${path}`, `FROM debian:buster\nCOPY a ${path}\nRUN apt-get «update»\n`],
  ),
  ['one more source', buster('echo "deb http://a.org b main" >> /etc/apt/sources.list && apt-get «update»')],
  [
    'one more file',
    buster('echo "deb http://a.org b main" > /etc/apt/sources.list.d/a.list && apt-get «update»'),
  ],
  ['another list', buster('apt-get -o Dir::Etc::sourcelist=/a update; apt-get -c a update')],
  ['mounted', buster('--mount=type=bind,source=a,target=/etc/apt/sources.list apt-get update')],
  // A failure that is taken care of.
  ...['apt-get update || true', 'if apt-get update; then a; fi', '! apt-get update'].map(
    (text): Row => [text, buster(text)],
  ),
  // The fix.
  [
    'with variables before',
    buster('a && DEBIAN_FRONTEND=noninteractive apt-get «update»'),
    buster(`a && ${ARCHIVE} && DEBIAN_FRONTEND=noninteractive apt-get update`),
  ],
  ['a heredoc', buster('<<EOF\napt-get «update»\nEOF'), buster(`<<EOF\n${ARCHIVE}\napt-get update\nEOF`)],
  ['the JSON form', buster('["apt-get", "«update»"]'), buster('["apt-get", "update"]')],
  ['in a pipe', buster('apt-get «update» | cat'), buster('apt-get update | cat')],
  ['sh -c', buster('sh -c "apt-get «update»"'), buster('sh -c "apt-get update"')],
  ['keys that have expired', on('debian:jessie')('apt-get «update»'), on('debian:jessie')('apt-get update')],
  [
    'deb822',
    on('ubuntu:24.10')('apt-get «update»'),
    on('ubuntu:24.10')(
      "sed -i -E 's#//(archive|security|ports).ubuntu.com/ubuntu(-ports)?#//old-releases.ubuntu.com/ubuntu#' /etc/apt/sources.list.d/ubuntu.sources && apt-get update",
    ),
  ],
  [
    'CRLF',
    'FROM debian:buster\r\nRUN apt-get «update» \\\r\n  && a\r\n',
    `FROM debian:buster\r\nRUN ${ARCHIVE} \\\r\n  && apt-get update \\\r\n  && a\r\n`,
  ],
  [
    'a line of its own, joined in front',
    buster('a \\\n\t&& apt-get «update» && b'),
    buster(`a \\\n\t&& ${ARCHIVE} \\\n\t&& apt-get update && b`),
  ],
  [
    'joined behind',
    buster('a && \\\n    apt-get «update» && \\\n    b'),
    buster(`a && \\\n    ${ARCHIVE} && \\\n    apt-get update && \\\n    b`),
  ],
  [
    'first, joined behind',
    buster('apt-get «update» && \\\n    b'),
    buster(`${ARCHIVE} && \\\n    apt-get update && \\\n    b`),
  ],
  [
    'under set -e',
    buster('set -e; \\\n\tapt-get «update»; \\\n\tb'),
    buster(`set -e; \\\n\t${ARCHIVE}; \\\n\tapt-get update; \\\n\tb`),
  ],
  [
    'before packages on lines of their own',
    buster('apt-get «update» && apt-get install -y \\\n  # b\n  c'),
    buster(`${ARCHIVE} \\\n  && apt-get update && apt-get install -y \\\n  # b\n  c`),
  ],
  [
    'a trigger',
    'FROM debian:buster\nONBUILD RUN apt-get «update»\n',
    `FROM debian:buster\nONBUILD RUN ${ARCHIVE} && apt-get update\n`,
  ],
]);

describe('archived releases', () => {
  it('are known by what the end of their support is known by', () => {
    const archived = [
      'debian:7',
      'debian:8',
      'debian:9',
      'debian:10',
      'ubuntu:12.04',
      'ubuntu:16.10',
      'ubuntu:17.04',
    ];
    const interim = [
      '17.10',
      '18.10',
      '19.04',
      '19.10',
      '20.10',
      '21.04',
      '21.10',
      '22.10',
      '23.04',
      '23.10',
      '24.10',
    ];
    for (const image of [...archived, ...interim.map((version) => `ubuntu:${version}`)])
      assert.match(archivedIn(parseReference(image)!)?.month ?? image, /^20\d\d-\d\d$/);
  });
});

describe('the names hadolint has', () => {
  const { language } = allRules.find(({ rule }) => rule.id === 'dockerfile/unpinned-system-package')!;
  const named = (text: string) =>
    new Bench(language, text).diagnose().flatMap(({ finding, rule }) => {
      const names = finding.also ?? rule.also;
      return names
        .filter((name) => name.startsWith('hadolint/'))
        .map((name) => name.slice('hadolint/'.length));
    });
  const rows: readonly (readonly [text: string, ...names: string[]])[] = [
    [debian(`apt-get update && apt-get install a=1 && ${LISTS}`), 'DL3014', 'DL3015'],
    [debian('apt-get update && apt-get install -y a && true'), 'DL3009', 'DL3015', 'DL3008'],
    [debian(`apt update && apt install -y a=1 && ${LISTS}`), 'DL3027', 'DL3027', 'DL3015'],
    [alpine('apk add a'), 'DL3019', 'DL3018'],
    [alpine('apk update')],
    [alma('yum install a'), 'DL3030', 'DL3032', 'DL3033'],
    [alma('yum update && yum clean all')],
    [alma('yum module install a'), 'DL3030', 'DL3032', 'DL3033'],
    [alma('dnf install a'), 'DL3038', 'DL3040', 'DL3041'],
    [alma('microdnf install a'), 'DL3038', 'DL3040', 'DL3041'],
    [leap('zypper in a'), 'DL3034', 'DL3036', 'DL3037'],
    [leap('zypper dup'), 'DL3035', 'DL3036'],
    [buster(`apt-get update && apt-get install -y --no-install-recommends a=1 && ${LISTS}`)],
  ];
  for (const [text, ...names] of rows)
    it(text, () => assert.deepEqual(named(text).sort(), [...names].sort()));
});
