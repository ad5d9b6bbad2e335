import { asTransfer, sourceKind } from '../facts/transfer';
import { stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/add-without-checksum',
  severity: 'info',
  scope: 'section',
  what: { ko: '확인 없이 내려받는 ADD', en: 'A download that nothing verifies' },
  why: {
    ko: 'URL은 주소일 뿐이라, 그 뒤의 파일은 다음 빌드에서 다른 것이 될 수 있다. 서버가 뚫리거나 주소의 주인이 바뀌면 이미지에 남의 파일이 들어온다. `--checksum`을 적어 두면 BuildKit이 내려받은 내용을 sha256과 견주고, 다르면 빌드를 멈춘다. 내용이 정해져 있으니 캐시도 믿을 수 있다.',
    en: 'A URL is an address only: the file behind it may be another one at the next build. If the server is broken into, or the address changes hands, a stranger’s file ends up in the image. With `--checksum` BuildKit compares what it fetched with a sha256 and stops where they differ. It also makes the cache certain, since the content is fixed.',
  },
  how: {
    ko: '배포처가 알려 주는 sha256을 적는다. ex) `ADD --checksum=sha256:... https://...`. 없으면 믿을 만한 파일을 받아 `sha256sum`으로 구한다.',
    en: 'Add the sha256 its publisher gives, ex) `ADD --checksum=sha256:… https://…`. If there is none, fetch a copy you trust and run `sha256sum`.',
  },
  messages: {
    unverified: {
      ko: '내려받은 파일이 늘 같은 것인지 아무도 확인하지 않는다. `--checksum=sha256:...`을 붙인다.',
      en: 'Nothing checks that this download is the same file every time; `--checksum=sha256:…` does.',
    },
  },
  concepts: ['dockerfile/ADD', 'concepts/build-cache'],
  source: 'https://docs.docker.com/reference/dockerfile/#add---checksum',
  also: [],
  examples: [
    {
      bad: 'FROM debian:13-slim\nADD «https://example.com/tool-1.4.tar.gz» /opt/\n',
      good: 'FROM debian:13-slim\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool-1.4.tar.gz /opt/\n',
    },
  ],
  allows: [
    'FROM debian:13-slim\nADD --checksum=$SUM https://example.com/tool.tar.gz /opt/\n',
    'FROM debian:13-slim\nADD https://github.com/moby/buildkit.git#v0.26.2 /src\n',
    'FROM debian:13-slim\nADD tool.tar.gz /opt/\n',
    'FROM debian:13-slim\nARG URL\nADD $URL /opt/\n',
  ],
  *check(stage) {
    for (const instruction of stage.instructions) {
      const add = asTransfer(instruction);
      if (add?.keyword !== 'ADD' || add.flags.some(({ name }) => name === 'checksum')) continue;
      const state = stateBefore(stage, instruction);
      for (const source of add.sources) if (sourceKind(source, state) === 'url') yield { span: source.span };
    }
  },
});
