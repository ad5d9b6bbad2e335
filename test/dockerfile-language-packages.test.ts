import { table } from './edges';

// The package managers of programming languages. Compared with hadolint 2.15; docs/differences.md says where and
// why we differ.

const run = (text: string): string => `FROM debian:13\nRUN ${text}\n`;

table('unpinned-language-package', [
  // pip
  ['the first of several (hint)', run('pip install a==1 «b» c==2 d')],
  ['every command', run('pip install «a» && pip3.12 install «b»')],
  ['versions and ranges', run("pip install a==1 'b>=1' c~=1.0 'd<2' e===1 'f!=3' 'g[x]==1' h==1.*")],
  ['an extra without quotes', run('pip install «a[b]» *.whl')],
  ['with an extra', run("pip install «'a[b,c]'»")],
  ['with a marker', run(`pip install «'a; python_version < "3.9"'» 'b==1; python_version < "3.9"'`)],
  [
    'requirements and constraints',
    run('pip install a -r r.txt; pip install -c c.txt a; pip install -rr.txt a'),
  ],
  [
    'folders, files and archives',
    run("pip install . ./a a/ /b '.[c]' ~/d a.whl b.tar.gz c.zip file:///d *.whl"),
  ],
  ['editable', run('pip install -e . --editable ./a; pip install -e git+https://a.org/b#egg=b')],
  ['URLs', run("pip install https://a.org/b.zip 'c @ https://a.org/c.whl' d@https://a.org/d.whl")],
  ['a repository', run('pip install «git+https://a.org/b#egg=b»')],
  ['a user is no reference', run('pip install «git+ssh://git@a.org/b.git»')],
  ['a branch', run('pip install «git+https://a.org/b@main»')],
  ['a named repository', run("pip install «'a @ git+https://a.org/b'» 'c @ git+https://a.org/c@v1'")],
  ['a tag, a commit', run('pip install git+https://a.org/b@v1 hg+https://a.org/c@0abc12#egg=c')],
  [
    'values of options',
    run('pip install --index-url url --root-user-action ignore -t dir --group dev -C x=y a==1'),
  ],
  ['wheels at hand', run('pip install --no-index --find-links=/wheels a')],
  ['pip itself', run('pip install --upgrade «pip» setuptools')],
  [
    'by Python',
    run('python3 -m pip install «a»; /venv/bin/python -m pip install «b»; python -mpip install b==1'),
  ],
  ['of a virtual environment', run('/venv/bin/pip install «a»')],
  [
    'uv and pipx',
    run('uv pip install «a»; uv tool install «b» --with c; uv tool install d@1.0 && pipx install «e»'),
  ],
  ['not installed', run('pip download a; pip wheel b; pip uninstall -y c; pip install --dry-run d')],
  ['variables', run('pip install $A "$@" a$B "b==$C" $(cat r.txt) git+https://$T@a.org/b')],
  // npm
  ['scopes', run('npm install «@a/b» @a/c@1.2')],
  ['tags move', run('npm i -g «npm@latest» a@next b@ c@* d@1 e@^1 f@">=1" g@1.x h@latest-10')],
  ['aliases', run('npm add «a@npm:b» @c/d@npm:@e/f@1')],
  ['from the lock file', run('npm install; npm ci; npm i --omit=dev')],
  [
    'files',
    run('npm install . ./a ../b /c ~/d file:e f.tgz https://a.org/b.tgz https://a.org/x/tarball/main'),
  ],
  ['repositories', run('npm install «git+https://a.org/b.git» git://a.org/c github:a/b a/b')],
  ['over ssh', run('npm install «git+ssh://git@a.org/b.git»')],
  ['repositories with a tag', run('npm install git+https://a.org/b.git#v1 a/b#semver:^2 github:a/b#0abc12')],
  ['values of npm’s options', run('npm --loglevel warn install --registry http://x --prefix /a -w ws b@1')],
  ['a value taken for an option’s', run('npm install --save-dev «a»')],
  ['of a variable', run('npm install -g $A a@$B')],
  ['yarn and pnpm', run('yarn add «a» b@1; yarn global add «c»; pnpm add -g «d»; yarn install; pnpm i')],
  ['for once', run('npx a; npm exec b; npm run c; npm update d')],
  // gem
  [
    'with a version',
    run("gem install a:1 'b:~>2'; gem install c -v 1; gem install d -v1 e; gem i f --version='~> 2'"),
  ],
  ['one without', run('gem install a:1 «b» -N')],
  ['flags without a value', run('gem install --conservative «a»; gem install --no-document «b»')],
  ['what is passed on', run('gem install «a» -- --with-b=c d')],
  [
    'gem files',
    run('gem install a.gem ./b.gem; gem install -g; gem install --file Gemfile; gem update --system'),
  ],
  ['a version in a variable', run('gem install a -v $V b; gem install c:$V $D')],
  // go
  ['the newest', run('go install -v -ldflags "-s -w" «a.org/b@latest» c.org/d@v1')],
  [
    'a branch of Go',
    run('go install «a.org/b@master» a.org/c@0abc12 a.org/d@none; go get «a.org/e@upgrade»'),
  ],
  [
    'get takes the newest by itself',
    run('go get -d -u «a.org/b» a.org/c@v1 ./... fmt; GO111MODULE=off go get «a.org/d»'),
  ],
  [
    'what go.mod says',
    run('go install a.org/b ./... . /c ../d std cmd/vet && go run a.org/b && go get ./...'),
  ],
  ['run has arguments', run('go run «a.org/b@latest» c.org/d@latest; go run main.go x.org/a@latest')],
  ['a version in a variable of Go', run('go install a.org/b@$V a.org/c@${V} $D')],
  ['values of Go’s options', run('go -C dir install -tags a.org/b -o c.org/d ./e')],
  // where it stands
  ['a heredoc', run('<<EOF\nset -e\npip install «a»\nEOF')],
  ['the JSON form', run('["pip", "install", "«a»"]')],
  ['in sh -c and sudo', run('sh -c "pip install «a»" && sudo -H pip install «b»')],
  ['ONBUILD', 'FROM a\nONBUILD RUN pip install «a»\n'],
  ['continued, with a comment', run('pip install \\\n    a==1 \\\n    # why\n    «b» \\\n    c')],
  ['CRLF', 'FROM a\r\nRUN pip install \\\r\n  «a» \\\r\n  b\r\n'],
  ['backtick', '# escape=`\nFROM a\nRUN pip install `\n  «a»\n'],
  ['quotes', run('pip install «"a"» && echo "pip install b"')],
]);

const PIP = 'pip install --no-cache-dir a';
const onPython = (text: string): string => `FROM python:3.14\n${text}\n`;

table('package-cache-not-disabled', [
  // pip
  [
    'each command (info)',
    run('pip «install» a && pip3 «install» b'),
    run(`${PIP} && pip3 install --no-cache-dir b`),
  ],
  ['whatever is installed', run('pip «install» . -r r.txt'), run('pip install --no-cache-dir . -r r.txt')],
  ['downloads and wheels', run('pip «download» a; pip «wheel» b')],
  ['by Python', run('python3 -m pip «install» a'), run(`python3 -m ${PIP}`)],
  ['in one word', run('python -mpip «install» a'), run(`python -m${PIP}`)],
  ['without it', run('pip install --no-cache-dir a; pip --no-cache-dir install b; pip install --no-cache c')],
  ['wheels at hand', run('pip install --no-index -f /wheels a; pip install --dry-run a')],
  [
    'sudo, sh -c',
    run('sudo pip «install» a; sh -c "pip «install» b"'),
    run(`sudo ${PIP}; sh -c "pip install --no-cache-dir b"`),
  ],
  ['in the JSON form', run('["pip", "«install»", "a"]'), run('["pip", "install", "--no-cache-dir", "a"]')],
  ['in a heredoc', run('<<E\npip «install» a\nE'), run(`<<E\n${PIP}\nE`)],
  ['ONBUILD', 'FROM a\nONBUILD RUN pip «install» a\n', `FROM a\nONBUILD RUN ${PIP}\n`],
  [
    'continued, with a comment',
    run('pip \\\n# b\n  «install» \\\n  a'),
    run('pip \\\n# b\n  install --no-cache-dir \\\n  a'),
  ],
  [
    'CRLF',
    'FROM a\r\nRUN pip \\\r\n  «install» a\r\n',
    'FROM a\r\nRUN pip \\\r\n  install --no-cache-dir a\r\n',
  ],
  [
    'backtick',
    '# escape=`\nFROM a\nRUN pip `\n  «install» a\n',
    '# escape=`\nFROM a\nRUN pip `\n  install --no-cache-dir a\n',
  ],
  [
    'quotes',
    run('pip «"install"» a; echo "pip install b"'),
    run('pip "install" --no-cache-dir a; echo "pip install b"'),
  ],
  // where pip is told so
  ['any truth value', onPython('ENV PIP_NO_CACHE_DIR=off\nRUN pip install a')],
  ['an empty one is none', onPython('ENV PIP_NO_CACHE_DIR=\nRUN pip «install» a')],
  ['the old form', onPython('ENV PIP_NO_CACHE_DIR yes\nRUN pip install a')],
  ['an ARG', onPython('ARG PIP_NO_CACHE_DIR=1\nRUN pip install a')],
  ['an ARG of the build', onPython('ARG PIP_NO_CACHE_DIR\nRUN pip install a')],
  ['too late', onPython('RUN pip «install» a\nENV PIP_NO_CACHE_DIR=1')],
  ['of the stage below', 'FROM a AS b\nENV PIP_NO_CACHE_DIR=1\nFROM b\nRUN pip install a\n'],
  ['for the command', run('PIP_NO_CACHE_DIR=1 pip install a; export PIP_NO_CACHE_DIR=1 && pip install b')],
  ['for another command', run('PIP_NO_CACHE_DIR=1 pip install a; pip «install» b')],
  ['by env and sudo', run('env PIP_NO_CACHE_DIR=1 pip install a && sudo PIP_NO_CACHE_DIR=1 pip install b')],
  ['in a file', run('pip config set global.no-cache-dir true && pip install a')],
  ['in a copied file', onPython('COPY pip.conf /etc/\nRUN pip install a')],
  ['in a file that is written', run('printf "x" > /etc/pip.conf && pip install a')],
  // where it goes
  ['a cache mount', run('--mount=type=cache,target=/root/.cache/pip pip install a')],
  ['above it', run('--mount=type=cache,dst=/root/.cache pip install a')],
  ['of the home folder, in memory', run('--mount=type=tmpfs,target=/root pip install a')],
  ['of another user', run('--mount=type=cache,target=/home/b/.cache/pip,uid=1000 pip install a')],
  ['of another tool', run('--mount=type=cache,target=/root/.cache/uv pip «install» a')],
  ['a secret is none', run('--mount=type=secret,id=b,target=/root/.cache/pip pip «install» a')],
  ['with a variable', run('--mount=type=cache,target=$HOME/.cache/pip pip install a')],
  [
    'deleted',
    run(
      'pip install a && rm -rf ~/.cache/pip; pip install b && rm -fr "$HOME"/.cache; pip install c; rm -r /root/.cache/*',
    ),
  ],
  ['purged', run('pip install a && pip cache purge')],
  ['deleted before', run('rm -rf ~/.cache; pip «install» a')],
  ['deleted too late', onPython('RUN pip «install» a\nRUN rm -rf ~/.cache')],
  ['moved', onPython('ENV PIP_CACHE_DIR=/tmp/pip\nRUN pip install a && rm -rf /tmp/*')],
  ['moved and kept', onPython('ENV PIP_CACHE_DIR=/tmp/pip\nRUN pip «install» a')],
  ['moved by an option: no fix', run('pip «install» --cache-dir /c a'), run('pip install --cache-dir /c a')],
  ['moved to a mount', run('--mount=type=cache,target=/c pip install --cache-dir /c/pip a')],
  ['moved to who knows where', onPython('ARG C\nENV PIP_CACHE_DIR=$C\nRUN pip install a && rm -rf $C')],
  [
    'moved with all caches',
    onPython('ENV XDG_CACHE_HOME=/c\nRUN --mount=type=cache,target=/c pip install a'),
  ],
  // where it ends
  ['not in the image', 'FROM a AS b\nRUN pip install a\nFROM c\nCOPY --from=b /d /d\n'],
  ['in its base', 'FROM a AS b\nRUN pip «install» a\nFROM b\nRUN c\n'],
  ['options in a variable', run('pip install $PIP_OPTS a')],
  ['packages in a variable', run('pip «install» $PACKAGES')],
  // the others
  [
    'uv',
    run('uv pip install --no-cache a; «uv» x').replace('«uv» x', 'uv «sync» --frozen'),
    run('uv pip install --no-cache a; uv sync --no-cache --frozen'),
  ],
  ['uv is told', onPython('ENV UV_NO_CACHE=1\nRUN uv sync && uv run a')],
  ['uv pip', run('uv «pip install» --system a'), run('uv pip install --no-cache --system a')],
  ['composer', run('composer «install» --no-dev'), run('composer install --no-cache --no-dev')],
  [
    'composer, clean',
    run(
      'composer install && composer clear-cache; composer install && composer cc; composer i; rm -rf ~/.composer',
    ),
  ],
  ['composer to nowhere', 'FROM a\nENV COMPOSER_CACHE_DIR=/dev/null\nRUN composer install\n'],
]);

table('package-cache-not-cleaned', [
  ['a misspelt --mount', 'FROM a\nRUN --mont=type=cache,target=/root/.npm npm ci\n'],
  ['a mount of unknown place', 'FROM a\nRUN --mount=type=cache npm ci\nRUN --mount=type=cahce npm ci\n'],
  ['a misspelt target', 'FROM a\nRUN --mount=type=cache,tagret=/root/.npm npm ci\n'],
  ['a mount over all', 'FROM a\nRUN --mount=type=cache,target=/ npm ci\n'],
  ['a mount of something else', 'FROM a\nRUN --mount=from=b --mount=type=ssh npm «ci»\n'],
  ['npm, moved and kept', run('npm «ci» --cache /tmp/n'), run('npm ci --cache /tmp/n && rm -rf /tmp/n')],
  [
    'conda, by its path',
    run('/c/bin/conda «install» a'),
    run('/c/bin/conda install a && /c/bin/conda clean -afy'),
  ],
  ['npm of another user', run('su a -c "npm «ci»"'), run('su a -c "npm ci"')],
  ['npm, by its own word', run('npm ci && rm -rf "$(npm config get cache)"')],
  [
    'npm, once, at the end',
    run('npm ci && npm «install» -g a && b'),
    run('npm ci && npm install -g a && b && npm cache clean --force'),
  ],
  [
    'npm, laid out',
    run('npm «ci» \\\n    # all\n    --omit=dev \\\n && b'),
    run('npm ci \\\n    # all\n    --omit=dev \\\n && b \\\n && npm cache clean --force'),
  ],
  [
    'npm in two RUNs',
    run('npm «ci»\nRUN npm «i» -g a'),
    run('npm ci && npm cache clean --force\nRUN npm i -g a && npm cache clean --force'),
  ],
  [
    'npm, clean',
    run('npm ci && npm cache clean -f; npm i a && npm cache clear --force; npm i b; rm -rf ~/.npm /tmp/*'),
  ],
  ['npm elsewhere', run('npm ci --cache /tmp/npm && rm -rf /tmp/npm; npm_config_cache=/dev/null npm ci')],
  ['npm, mounted', run('--mount=type=cache,target=/root/.npm npm ci')],
  ['npm that is removed', run('npm «ci» && apk del nodejs'), run('npm ci && apk del nodejs')],
  ['npm that builds', run('npm run build && npm test; npx a')],
  ['yarn, bare', run('«yarn» --frozen-lockfile'), run('yarn --frozen-lockfile && yarn cache clean')],
  ['yarn global', run('yarn «global add» a; yarn config set b c')],
  ['yarn, clean', run('yarn && yarn cache clean; yarn add a; rm -rf /usr/local/share/.cache')],
  ['yarn, mounted', run('--mount=type=cache,target=/usr/local/share/.cache yarn')],
  ['yarn elsewhere', run('--mount=type=cache,target=/y yarn install --cache-folder /y')],
  ['yarn 2 and later', 'FROM a\nCOPY .yarn ./.yarn\nRUN yarn install\n'],
  ['yarn of corepack', run('corepack enable && yarn install')],
  ['yarn 2 and later, by its options', run('yarn install --immutable; yarn workspaces focus')],
  ['yarn that builds', run('yarn build && yarn --version')],
  ['conda', run('conda «install» -y a'), run('conda install -y a && conda clean -afy')],
  [
    'conda, clean',
    run('conda env create -f e.yml && conda clean --all -y; mamba install a; rm -rf /opt/conda/pkgs/*'),
  ],
]);

const both = (before: string, after: string): [string, string] => [
  `FROM a\n${before}\n`,
  `FROM a\n${after}\n`,
];

table('copy-before-install', [
  ['npm (info)', ...both('COPY «.» .\nRUN npm install', 'COPY package*.json ./\nRUN npm install\nCOPY . .')],
  [
    'yarn',
    ...both(
      'COPY «./» ./\nRUN yarn --frozen-lockfile',
      'COPY package.json yarn.lock ./\nRUN yarn --frozen-lockfile\nCOPY ./ ./',
    ),
  ],
  ['pnpm', ...both('ADD «.» /b\nRUN pnpm i', 'ADD package.json pnpm-lock.yaml /b/\nRUN pnpm i\nADD . /b')],
  [
    'pip',
    ...both(
      'COPY «.» .\nRUN pip install -r a.txt -r ./b.txt gunicorn',
      'COPY a.txt b.txt ./\nRUN pip install -r a.txt -r ./b.txt gunicorn\nCOPY . .',
    ),
  ],
  [
    'poetry',
    ...both(
      'COPY «.» .\nRUN poetry install --no-root',
      'COPY pyproject.toml poetry.lock ./\nRUN poetry install --no-root\nCOPY . .',
    ),
  ],
  [
    'uv',
    ...both(
      'COPY «.» .\nRUN uv sync --locked --no-install-project',
      'COPY pyproject.toml uv.lock ./\nRUN uv sync --locked --no-install-project\nCOPY . .',
    ),
  ],
  [
    'bundler',
    ...both(
      'COPY «.» .\nRUN bundle install -j4',
      'COPY Gemfile Gemfile.lock ./\nRUN bundle install -j4\nCOPY . .',
    ),
  ],
  ['go', ...both('COPY «.» .\nRUN go mod download', 'COPY go.mod go.sum ./\nRUN go mod download\nCOPY . .')],
  [
    'Maven',
    ...both(
      'COPY «.» .\nRUN mvn dependency:go-offline',
      'COPY pom.xml ./\nRUN mvn dependency:go-offline\nCOPY . .',
    ),
  ],
  [
    'no fix: composer and its scripts',
    ...both('COPY «.» .\nRUN composer install', 'COPY . .\nRUN composer install'),
  ],
  [
    'no fix: the names of projects',
    ...both('COPY «.» .\nRUN dotnet restore a.sln', 'COPY . .\nRUN dotnet restore a.sln'),
  ],
  [
    'a cache that is cleaned',
    ...both(
      'COPY «.» .\nRUN npm ci && npm cache clean -f',
      'COPY package*.json ./\nRUN npm ci && npm cache clean -f\nCOPY . .',
    ),
  ],
  [
    'no fix: a build in the same RUN',
    ...both('COPY «.» .\nRUN npm ci && npm run build', 'COPY . .\nRUN npm ci && npm run build'),
  ],
  [
    'no fix: another folder',
    ...both('COPY «.» .\nRUN npm ci --prefix web', 'COPY . .\nRUN npm ci --prefix web'),
  ],
  [
    'no fix: a list in a folder',
    ...both('COPY «.» .\nRUN pip install -r r/a.txt', 'COPY . .\nRUN pip install -r r/a.txt'),
  ],
  ['no fix: something between', ...both('COPY «.» .\nRUN b\nRUN npm ci', 'COPY . .\nRUN b\nRUN npm ci')],
  [
    'settings between',
    ...both(
      'COPY «.» /b\nWORKDIR /b\nENV C=d\nRUN npm ci',
      'COPY package*.json /b/\nWORKDIR /b\nENV C=d\nRUN npm ci\nCOPY . /b',
    ),
  ],
  [
    'no fix: a folder between that decides',
    ...both('COPY «.» .\nWORKDIR b\nRUN npm ci', 'COPY . .\nWORKDIR b\nRUN npm ci'),
  ],
  [
    'comments stay',
    ...both(
      '# all\nCOPY «.» .\n\n# now\nRUN npm ci \\\n  # dev too\n  -q',
      '# all\nCOPY package*.json ./\n\n# now\nRUN npm ci \\\n  # dev too\n  -q\nCOPY . .',
    ),
  ],
  [
    'CRLF',
    'FROM a\r\nCOPY «.» .\r\nRUN npm ci\r\n',
    'FROM a\r\nCOPY package*.json ./\r\nRUN npm ci\r\nCOPY . .\r\n',
  ],
  [
    'a heredoc',
    ...both('COPY «.» .\nRUN <<E\nnpm ci\nE', 'COPY package*.json ./\nRUN <<E\nnpm ci\nE\nCOPY . .'),
  ],
  [
    'flags stay',
    ...both(
      'COPY --link --chown=1:1 «.» .\nRUN npm ci',
      'COPY --link --chown=1:1 package*.json ./\nRUN npm ci\nCOPY --link --chown=1:1 . .',
    ),
  ],
  [
    'JSON form, no fix',
    ...both('COPY [«"."», "/b c/"]\nRUN ["npm", "ci"]', 'COPY [".", "/b c/"]\nRUN ["npm", "ci"]'),
  ],
  ['all by a pattern', 'FROM a\nCOPY «*» /b/\nRUN npm ci\n'],
  ['sources behind the list', 'FROM a\nCOPY package.json .\nCOPY «src» ./src\nRUN npm ci\n'],
  ['once', 'FROM a\nCOPY «.» .\nRUN pip install -r a.txt\nRUN npm ci\n'],
  ['of the stage below', 'FROM a AS b\nCOPY «.» .\nFROM b\nRUN npm ci\n'],
  ['in sh -c', 'FROM a\nCOPY «.» .\nRUN sh -c "cd web && npm ci"\n'],
  // silent
  ['installed before', 'FROM a\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm ci --omit=dev\n'],
  [
    'installed before in the stage below',
    'FROM a AS b\nCOPY package.json ./\nRUN npm i\nFROM b\nCOPY . .\nRUN yarn\n',
  ],
  [
    'the list is bound',
    'FROM a\nCOPY . .\nRUN --mount=type=bind,source=package.json,target=package.json npm ci\n',
  ],
  ['downloads are kept', 'FROM a\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\n'],
  [
    'the sources are installed',
    'FROM a\nCOPY . .\nRUN pip install . && pip install -e .[dev] -r r.txt && pip install -r r.txt ./b\n',
  ],
  ['so does poetry, so does uv', 'FROM a\nCOPY . .\nRUN poetry install && uv sync\n'],
  [
    'a tool',
    'FROM a\nCOPY . .\nRUN npm i -g a && npm i b && yarn global add c && pip install d && yarn build && bundle exec e\n',
  ],
  ['not of the context', 'FROM a AS b\nFROM c\nCOPY --from=b . .\nRUN npm ci\n'],
  ['without the sources', 'FROM a\nCOPY --exclude=src . .\nRUN npm ci\n'],
  ['files', 'FROM a\nCOPY package.json patches ./\nCOPY prisma ./prisma\nCOPY app.py .\nRUN npm ci\n'],
  ['behind the install', 'FROM a\nCOPY package.json .\nRUN npm ci\nCOPY . .\nRUN npm run build\n'],
  ['another stage', 'FROM a AS b\nCOPY . .\nFROM c\nCOPY package.json .\nRUN npm ci\n'],
  ['nobody needs the stage', 'FROM a AS dev\nCOPY . .\nRUN npm ci\nFROM b\n'],
  ['a list in a variable', 'FROM a\nCOPY . .\nRUN pip install -r $R\n'],
  ['whatever is there', 'FROM a\nCOPY . .\nRUN if [ -f r.txt ]; then pip install -r r.txt; fi\n'],
  ['ONBUILD', 'FROM a\nONBUILD COPY . .\nONBUILD RUN npm ci\n'],
]);

table('build-tools-in-final-image', [
  ['slim of a version (hint)', 'FROM «python:3.14»\n', 'FROM python:3.14-slim\n'],
  ['without a tag', 'FROM «node»\n', 'FROM node:slim\n'],
  ['latest', 'FROM «ruby:latest» AS a\n', 'FROM ruby:slim AS a\n'],
  ['of a distribution', 'FROM «python:3.14-trixie»\n', 'FROM python:3.14-slim-trixie\n'],
  ['of the distribution alone', 'FROM «ruby:trixie»\n', 'FROM ruby:slim-trixie\n'],
  ['as Node.js spells it', 'FROM «node:24-trixie»\n', 'FROM node:24-trixie-slim\n'],
  ['Perl with threads', 'FROM «perl:5.42-threaded-trixie»\n', 'FROM perl:5.42-slim-threaded-trixie\n'],
  ['of a registry', 'FROM «docker.io/library/node:24»\n', 'FROM docker.io/library/node:24-slim\n'],
  ['a variable keeps its place', 'ARG V=3.14\nFROM «python:$V»\n', 'ARG V=3.14\nFROM python:$V\n'],
  [
    'a digest is what it is',
    `FROM «node:24@sha256:${'a'.repeat(64)}»\n`,
    `FROM node:24@sha256:${'a'.repeat(64)}\n`,
  ],
  ['git is not in the slim one', 'FROM «node:24»\nRUN git clone a\n', 'FROM node:24\nRUN git clone a\n'],
  ['one finding where tools are added', 'FROM python:3.14\nRUN apt-get install -y «libpq-dev»\n'],
  ['all there already', 'FROM node:24-slim\nFROM python:3.14-alpine\nFROM node:24-trixie-slim\n'],
]);
