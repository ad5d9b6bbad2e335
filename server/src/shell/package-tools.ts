import { type Usage, usage } from './usage';

// The package managers of Linux distributions: which of their options take values. Sources: apt-get(8),
// apt(8),
// apk(8), dnf(8), yum(8), microdnf(8), zypper(8).

const APT = usage(
  `
  -y --yes --assume-yes
  -q --quiet [=level]
  -f --fix-broken, -d --download-only, -m --ignore-missing --fix-missing
  -s --simulate --just-print --dry-run --recon --no-act
  -t --target-release --default-release <release>
  -o --option <key=value>, -c --config-file <file>
  -a --host-architecture <architecture>, -P --build-profiles <list>
  --solver <name>, --planner <name>, --format <format>, -S --snapshot <date>, -U --update
  --autoremove --auto-remove
  clean:
  distclean dist-clean:
  autoclean auto-clean:
  autoremove auto-remove:
  autopurge auto-purge:
  `,
  'hasSubcommands',
);

const APK = usage(`
  -q --quiet, -v --verbose, -i --interactive, -f --force, -s --simulate, -U --update-cache
  -p --root <directory>, -X --repository <url>, --arch <name>
  --cache-dir <directory>, --cache-max-age <minutes>, --cache-predownload [=yes]
  --keys-dir <directory>, --repositories-file <file>, --repository-config <file>
  --wait <seconds>, --timeout <seconds>, --progress-fd <number>
  add:
    -t --virtual <name>, -l --latest, -u --upgrade
  del:
    -r --rdepends
  fetch:
    -o --output <directory>, -R --recursive, -L --link
`);

const DNF = usage(
  `
  -y --assumeyes, -q --quiet, -v --verbose, -b --best, -C --cacheonly, -h --help
  -c --config <file>, -d --debuglevel <level>, -e --errorlevel <level>, --rpmverbosity <name>
  -R --randomwait <minutes>, -x --exclude --excludepkgs <name>, --disableexcludes --disableexcludepkgs <name>
  --installroot <path>, --releasever <release>, --releasever-major <n>, --releasever-minor <n>
  --forcearch <name>
  --enablerepo --enable-repo <id>, --disablerepo --disable-repo <id>, --repo --repoid --from-repo <id>
  --repofrompath <id,url>, --setopt <option=value>, --setvar <name=value>
  --enableplugin --enable-plugin <name>, --disableplugin --disable-plugin <name>
  --downloaddir --destdir <path>, --color <when>, --comment <text>, --arch --archlist <name>
  --advisory --advisories <name>, --bz --bzs <id>, --cve --cves <id>, --sec-severity --secseverity <level>
  install in:
  remove rm erase:
  reinstall rei:
  upgrade update up:
  distro-sync dsync distribution-synchronization:
  autoremove:
  makecache mc:
  builddep build-dep:
    -D --define <macro>
  group grp groups *:
  module *:
  copr *:
  config-manager:
    --add-repo <url>
  `,
  'hasSubcommands',
);

const ZYPPER_PACKAGES = `
    -r --repo --from-repo <alias>, --from <alias>, -t --type <type>, -n --name, -C --capability
    -y --no-confirm, -f --force, -l --auto-agree-with-licenses, -D --dry-run, -d --download-only
    --download <mode>, --solver-focus <mode>
`;

const ZYPPER = usage(
  `
  -n --non-interactive, -q --quiet, -v --verbose, -i --ignore-unknown, -t --terse
  -R --root <directory>, --installroot <directory>, -c --config <file>, --userdata <text>
  -D --reposd-dir <directory>, -C --cache-dir <directory>, --raw-cache-dir <directory>
  --solv-cache-dir <directory>, --pkg-cache-dir <directory>
  -p --plus-repo <url>, --plus-content <tag>, --releasever <version>
  install in:${ZYPPER_PACKAGES}
  remove rm:${ZYPPER_PACKAGES}
    -u --clean-deps
  update up:${ZYPPER_PACKAGES}
  dist-upgrade dup:${ZYPPER_PACKAGES}
  patch:${ZYPPER_PACKAGES}
  source-install si:${ZYPPER_PACKAGES}
  install-new-recommends inr:${ZYPPER_PACKAGES}
  refresh ref:
    -r --repo <alias>, -f --force
  clean cc:
    -r --repo <alias>, -a --all
  addrepo ar:
    -r --repo <file>, -p --priority <number>, -n --name <name>, -f --refresh
    -g --gpgcheck, -G --no-gpgcheck, -c --check, -C --no-check
  modifyrepo mr:
    -p --priority <number>, -n --name <name>
  removerepo rr:
  addlock al:
    -r --repo <alias>, -t --type <type>
  `,
  'hasSubcommands',
);

export const SYSTEM_PACKAGE_TOOLS: Readonly<Record<string, Usage>> = {
  'apt-get': APT,
  apt: APT,
  aptitude: APT,
  apk: APK,
  dnf: DNF,
  dnf5: DNF,
  microdnf: DNF,
  tdnf: DNF,
  yum: DNF,
  zypper: ZYPPER,
};
