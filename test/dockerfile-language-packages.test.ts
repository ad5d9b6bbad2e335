import { table } from './edges';

// The package managers of programming languages. Compared with hadolint 2.15; docs/differences.md says where and
// why we differ.

const run = (text: string): string => `FROM debian:13\nRUN ${text}\n`;

table('unpinned-language-package', [
  // pip
  ['the first of several (hint)', run('pip install a==1 «b» c==2 d')],
  ['every command', run('pip install «a» && pip3.12 install «b»')],
  ['versions and ranges', run("pip install a==1 'b>=1' c~=1.0 'd<2' e===1 'f!=3' 'g[x]==1' h==1.*")],
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
