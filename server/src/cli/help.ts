import type { Text } from '../core/text';

export const HELP: Text = {
  ko: `Container Tutor: Dockerfile과 Kubernetes manifest를 검사하고 설명한다.

container-tutor lint [옵션] [경로…]
    파일, 디렉터리(아래 전부, .gitignore를 따른다), -는 표준 입력(--stdin-name 필요). 없으면 지금 디렉터리
  --format text|json|sarif|github|hadolint-json|kube-linter-json
                            출력 형식 (기본 text)
  --language auto|ko|en     메시지의 언어 (기본 auto: 환경 변수 LANG)
  --config FILE             가까운 .container-tutor.yaml(또는 .hadolint.yaml, .kube-linter.yaml) 대신 쓸 설정 파일
  --profile learner|strict  기본 심각도의 묶음
  --only 이름[,이름…]       이 규칙만. 다른 도구의 이름(DL3014)도 되고, 꺼진 규칙도 켜진다
  --kubernetes-version 1.NN cluster의 버전
  --fail-on error|warning|info|hint|never
                            이 심각도부터 종료 코드 1 (기본 warning, 또는 .hadolint.yaml이 정한 것)
  --fix                     안전하게 고칠 수 있는 것을 파일에 고쳐 쓴다
  --stdin-name 이름         표준 입력으로 받은 글의 파일 이름

container-tutor explain 이름               규칙이나 개념의 설명
container-tutor rules [--format text|json] 모든 규칙
container-tutor lab check DIR              실습 하나를 검사한다. 아무것도 실행하지 않는다
  --hint                    다음 힌트. 한 번 더 쓰면 그다음 힌트까지
  --format text|json        출력 형식 (기본 text)
container-tutor lab list [DIR]             디렉터리 아래의 실습과 진행 (--format text|json)
container-tutor lab reset DIR              실습의 파일을 처음으로 되돌린다
container-tutor server --stdio             LSP 서버
container-tutor --help | --version

종료 코드: 0 깨끗함(lab: 통과), 1 --fail-on 이상이 있음(lab: 아직), 2 실행하지 못했거나 읽지 못한 파일이 있음
`,
  en: `Container Tutor: checks and explains Dockerfiles and Kubernetes manifests.

container-tutor lint [options] [path…]
    files, directories (all below, .gitignore respected), - for stdin (needs --stdin-name); default: here
  --format text|json|sarif|github|hadolint-json|kube-linter-json
                            how findings are written (default text)
  --language auto|ko|en     language of messages (default auto: the variable LANG)
  --config FILE             configuration to use instead of the nearest .container-tutor.yaml
                            (or .hadolint.yaml, .kube-linter.yaml)
  --profile learner|strict  set of default severities
  --only NAME[,NAME…]       these rules only, by any of their names (DL3014); also switches on what is off
  --kubernetes-version 1.NN version of the cluster
  --fail-on error|warning|info|hint|never
                            exit code 1 from this severity on (default warning, or what .hadolint.yaml says)
  --fix                     repair in the files what can be repaired safely
  --stdin-name NAME         file name of the text on stdin

container-tutor explain NAME               what a rule or concept is about
container-tutor rules [--format text|json] all rules
container-tutor lab check DIR              checks one lab; nothing is run
  --hint                    the next hint; write it once more for the one after that
  --format text|json        how the result is written (default text)
container-tutor lab list [DIR]             the labs below a directory and how far they are (--format text|json)
container-tutor lab reset DIR              puts the files of a lab back to how they began
container-tutor server --stdio             LSP server
container-tutor --help | --version

Exit code: 0 clean (lab: passed), 1 findings at or above --fail-on (lab: not yet), 2 could not run or could not read a file
`,
};
