import { type Usage, usage } from './usage';

// The package managers of Python: which of their options take values. Sources: pip.pypa.io, docs.astral.sh/uv,
// pipx.pypa.io, pipenv.pypa.io, python-poetry.org, docs.conda.io, mamba.readthedocs.io.

const PIP_SOURCES = `
    -r --requirement --requirements <file>, -c --constraint <file>, --build-constraint <file>
    -e --editable <path>, --group <name>
    -i --index-url --pypi-url <url>, --extra-index-url <url>, --no-index, -f --find-links <url>
    --platform <tag>, --python-version <version>, --implementation <tag>, --abi <tag>
    --no-binary <format>, --only-binary <format>, --src --source --source-dir --source-directory <directory>
    -C --config-setting --config-settings <settings>, --global-option <option>, --build-option <option>
    --progress-bar <type>, --no-deps --no-dependencies, -b --build --build-dir --build-directory <directory>
`;

const PIP = usage(
  `
  -q --quiet, -v --verbose, --no-input --no-prompt, --python <python>, --log --log-file --local-log <path>
  --proxy <proxy>, --retries <number>, --timeout --default-timeout <seconds>, --exists-action <action>
  --trusted-host <host>, --cert <path>, --client-cert <path>, --cache-dir <directory>
  --no-cache-dir --no-cache
  --use-feature <feature>, --use-deprecated <feature>, --root-user-action <action>, --keyring-provider <name>
  install:${PIP_SOURCES}
    -t --target <directory>, --root <directory>, --prefix <directory>, -U --upgrade, -I --ignore-installed
    --upgrade-strategy <strategy>, --install-option <option>, --report <file>
  download:${PIP_SOURCES}
    -d --dest --destination-dir --destination-directory <directory>
  wheel:${PIP_SOURCES}
    -w --wheel-dir <directory>
  uninstall:
    -y --yes, -r --requirement <file>
  list:
    --path <path>, --format <format>, --exclude <package>, -o --outdated
  freeze:
    -r --requirement <file>, --path <path>, --exclude <package>
  cache *:
  config *:
  `,
  'hasSubcommands',
);

const UV = usage(
  `
  -q --quiet, -v --verbose, -n --no-cache --no-cache-dir, --directory <directory>, --project <project>
  --config-file <file>, --env-file <file>, --cache-dir <directory>, --color <when>, --allow-insecure-host <host>
  --trusted-host <host>, --cert <file>, -p --python <python>, --python-version <version>
  --python-platform <platform>, --index <url>, --default-index <url>, -i --index-url <url>
  --extra-index-url <url>, -f --find-links <url>, --index-strategy <name>, --keyring-provider <name>
  -r --requirement --requirements <file>, --with-requirements <file>, -c --constraint --constraints <file>
  --override --overrides <file>, --exclude --excludes <file>
  -b --build-constraint --build-constraints <file>, -e --editable <path>, --with-editable <path>, -w --with <package>
  --with-executables-from <package>, --script <file>, --group <name>, --no-group <name>, --only-group <name>
  --extra <name>, --no-extra <name>, --optional <name>, --package <name>, --no-install-package <name>
  --no-emit-package <name>, --no-binary <name>, --only-binary <name>, --no-binary-package <name>
  --no-build-package <name>, --no-build-isolation-package <name>, --no-editable-package <name>
  --no-sources-package <name>, --refresh-package <name>, --reinstall-package <name>
  -P --upgrade-package <name>, --upgrade-group <name>, --config-settings-package <setting>
  -C --config-setting --config-settings <setting>, --exclude-newer <date>, --exclude-newer-package <date>
  --resolution <name>, --prerelease <name>, --prerelease-package <name>, --fork-strategy <name>
  --torch-backend <name>, --link-mode <mode>, -t --target <directory>, --prefix <directory>
  -o --output-file <file>, --format <format>, --output-format <format>, --bounds <kind>, -m --marker <marker>
  --rev <commit>, --tag <tag>, --branch <branch>
  pip *:
  tool *:
  cache *:
  python *:
  `,
  'hasSubcommands',
  'passes',
);

const PIPX = usage(
  `
  -q --quiet, -v --verbose, --python <python>, --suffix <text>, --pip-args <arguments>, -i --index-url <url>
  --preinstall <package>, --app <name>, --lock <file>, --backend <name>, --output <format>, --cooldown <days>
  --fetch-python <when>, --upgrade-strategy <strategy>, --spec <package>, --with <package>
  `,
  'hasSubcommands',
  'passes',
);

const POETRY = usage(
  `
  -C --directory <directory>, -P --project <directory>, --without <groups>, --with <groups>, --only <groups>
  -E --extras <names>, -G --group <name>, --python <versions>, --platform <platforms>, --markers <markers>
  --source <name>, -f --format <format>, -o --output <file>
  cache *:
  env *:
  self *:
  source *:
  `,
  'hasSubcommands',
  'passes',
);

const PIPENV = usage(
  '--python <version>, --categories <names>, --extra-pip-args <arguments>, -i --index <url>, --pypi-mirror <url>, -r --requirements <file>, -e --editable <path>',
  'hasSubcommands',
  'passes',
);

const CONDA = usage(
  `
  -n --name <name>, -p --prefix <path>, -r --root-prefix <path>, -c --channel <channel>, --file <file>
  --solver <name>, --subdir --platform <platform>, --revision <n>, --clone <environment>, --repodata-fn <name>
  --rc-file <file>, -q --quiet, -y --yes
  create:
  install:
  update upgrade:
  remove uninstall:
  clean:
    -a --all, -t --tarballs, -p --packages, -f --force-pkgs-dirs, -i --index-cache, -c --tempfiles, -l --logfiles
  env *:
    -f --file <file>
  config *:
  `,
  'hasSubcommands',
  'passes',
);

export const PYTHON_TOOLS: Readonly<Record<string, Usage>> = {
  pip: PIP,
  uv: UV,
  pipx: PIPX,
  pipenv: PIPENV,
  poetry: POETRY,
  conda: CONDA,
  mamba: CONDA,
  micromamba: CONDA,
};
