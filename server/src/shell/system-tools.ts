import { type Usage, usage } from './usage';

// Everyday tools that rules look into: which of their options take values. Sources: the GNU manuals of
// coreutils,
// tar and sed; unzip(1); useradd(8), usermod(8), groupadd(8) of shadow; adduser(8) of Debian and BusyBox.

export const FILE_TOOLS: Readonly<Record<string, Usage>> = {
  chmod: usage('-R --recursive, -v --verbose, -f --silent --quiet, --reference <file>'),
  chown: usage('-R --recursive, -v --verbose, -f --silent --quiet, --reference <file>, --from <owner>'),
  cp: usage(
    '-t --target-directory <directory>, -S --suffix <suffix>, -r -R --recursive, -a --archive, -f --force',
  ),
  install: usage(`
    -m --mode <mode>, -o --owner <owner>, -g --group <group>, -t --target-directory <directory>
    -S --suffix <suffix>, -d --directory, -D
  `),
  ln: usage('-t --target-directory <directory>, -S --suffix <suffix>, -s --symbolic, -f --force'),
  mkdir: usage('-m --mode <mode>, -p --parents, -v --verbose'),
  mv: usage('-t --target-directory <directory>, -S --suffix <suffix>, -f --force'),
  rm: usage('-r -R --recursive, -f --force, -v --verbose, -d --dir'),
  sed: usage(`
    -e --expression <script>, -f --file <file>, -i --in-place [suffix], -n --quiet --silent
    -E -r --regexp-extended, -l --line-length <n>
  `),
  tar: usage(
    `
    -x --extract --get, -c --create, -t --list, -v --verbose, -z --gzip --gunzip --ungzip, -j --bzip2, -J --xz
    -f --file <archive>, -C --directory <directory>, -T --files-from <file>, -X --exclude-from <file>
    -I --use-compress-program <program>, -b --blocking-factor <n>, -g --listed-incremental <file>
    -N --newer --after-date <date>, -V --label <text>, --exclude <pattern>, --strip-components --strip <n>
    --transform --xform <expression>, --owner <name>, --group <name>, --mode <mode>, --mtime <date>
    --sort <order>
    `,
    'bundled',
  ),
  unzip: usage('-d <directory>, -P <password>, -x <pattern>'),
};

export const ACCOUNT_TOOLS: Readonly<Record<string, Usage>> = {
  useradd: usage(`
    -u --uid <uid>, -g --gid <group>, -G --groups <groups>, -d --home-dir --home <directory>
    -s --shell <shell>
    -c --comment <text>, -b --base-dir <directory>, -e --expiredate <date>, -f --inactive <days>
    -k --skel <directory>, -K --key <key=value>, -p --password <password>, -R --root <directory>
    -P --prefix <directory>, -Z --selinux-user <user>, -l --no-log-init, -m --create-home, -M --no-create-home
    -r --system, -o --non-unique, -U --user-group, -N --no-user-group
  `),
  usermod: usage(`
    -u --uid <uid>, -g --gid <group>, -G --groups <groups>, -d --home <directory>, -s --shell <shell>
    -c --comment <text>, -l --login <name>, -p --password <password>, -e --expiredate <date>
    -f --inactive <days>, -R --root <directory>, -P --prefix <directory>, -a --append, -m --move-home
  `),
  groupadd: usage(`
    -g --gid <gid>, -K --key <key=value>, -p --password <password>, -R --root <directory>
    -P --prefix <directory>
    -f --force, -r --system, -o --non-unique, -U --users <users>
  `),
  adduser: usage(`
    -h --home <directory>, -g --gecos --comment <text>, -s --shell <shell>, -G --ingroup <group>
    -u --uid <uid>
    --gid <gid>, -k <directory>, --conf <file>, --firstuid <uid>, --lastuid <uid>, --add_extra_groups
    -D --disabled-password, -H --no-create-home, -S --system
  `),
};
