import type { PeerWords } from './peers';

export const HADOLINT: PeerWords = {
  title: { ko: 'hadolint의 규칙과 심각도', en: 'The rules of hadolint and their severities' },
  head: { ko: 'hadolint', en: 'hadolint' },
  intro: {
    ko: `hadolint 2.15의 규칙 하나하나가 여기서는 무엇이고 얼마나 크게 말하는지 적었다. hadolint와 다른 것은 굵은 글씨다.
오류는 builder가 거부하는 것뿐이라서 hadolint의 error 가운데 빌드가 되는 것은 낮아진다. 버전 고정처럼 의견이 갈리는 것은 힌트다. \`profile: strict\`는 hadolint에 가깝게 되돌린다.
한 규칙이 hadolint의 이름 여럿에 답하기도 하고, 찾은 것이 규칙보다 낮게 말할 때도 있다. \`.hadolint.yaml\`의 \`override\`는 hadolint의 이름으로 그대로 통한다.`,
    en: `What each rule of hadolint 2.15 is here, and how loud. What differs from hadolint is bold.
An error is what the builder rejects and nothing else, so what hadolint calls an error and still builds is lower here. Where opinions differ, as on pinned versions, it is a hint. \`profile: strict\` turns most of it back to what hadolint says.
One rule may answer to several of hadolint's names, and a finding may be lower than its rule. The \`override\` of a \`.hadolint.yaml\` holds by hadolint's names.`,
  },
};

export const KUBE_LINTER: PeerWords = {
  title: { ko: 'kube-linter의 규칙과 여기의 규칙', en: 'The checks of kube-linter and the rules here' },
  head: { ko: 'kube-linter', en: 'kube-linter' },
  intro: {
    ko: `kube-linter 0.8.3의 검사 하나하나가 여기서는 어느 규칙이고 얼마나 크게 말하는지 적었다. 기본값이 다른 것은 굵은 글씨다.
의견이 갈리는 것은 기본값에서 꺼져 있거나 Pod마다 힌트 하나로 모인다. \`profile: strict\`는 하나씩 켠다. \`.kube-linter.yaml\`의 \`include\`와 \`addAllBuiltIn\`도 그렇고, \`exclude\`는 kube-linter의 이름으로 끈다.
한 규칙이 여러 이름에 답하기도 하고, 한 이름이 여러 규칙을 뜻하기도 한다. \`ignore-check.kube-linter.io/<이름>\` annotation은 그대로 통한다.`,
    en: `Which rule each check of kube-linter 0.8.3 is here, and how loud. What is on there and off here, or the other way round, is bold.
Where opinions differ a rule is off by default, or part of one hint for each Pod; \`profile: strict\` switches on the single ones. So do \`include\` and \`addAllBuiltIn\` of a \`.kube-linter.yaml\`, and its \`exclude\` switches off by kube-linter's names.
One rule may answer to several names, and one name may mean several rules. \`ignore-check.kube-linter.io/<check>\` annotations hold as they did.`,
  },
};

export const KUBE_SCORE: PeerWords = {
  title: { ko: 'kube-score의 검사와 여기의 규칙', en: 'The checks of kube-score and the rules here' },
  head: { ko: 'kube-score', en: 'kube-score' },
  intro: {
    ko: `kube-score 1.20.0의 검사 하나하나가 여기서는 어느 규칙이고 얼마나 크게 말하는지 적었다. 기본값이 다른 것은 굵은 글씨다.
\`kube-score/ignore\`와 \`kube-score/enable\` annotation은 오브젝트에서도 pod template에서도 통한다. Pod에 관한 것은 template 쪽이 이긴다.`,
    en: `Which rule each check of kube-score 1.20.0 is here, and how loud. What is on there and off here, or the other way round, is bold.
The annotations \`kube-score/ignore\` and \`kube-score/enable\` are heard on the object and on the pod template; for the pods, the template's come first.`,
  },
};

export const POLARIS: PeerWords = {
  title: { ko: 'polaris의 검사와 여기의 규칙', en: 'The checks of polaris and the rules here' },
  head: { ko: 'polaris', en: 'polaris' },
  intro: {
    ko: `polaris 10.2.2의 검사 하나하나가 여기서는 어느 규칙이고 얼마나 크게 말하는지 적었다. 꺼져 있는 것은 굵은 글씨다. polaris에서는 모두 켜져 있다.
오브젝트에 적은 \`polaris.fairwinds.com/<이름>-exempt: "true"\`와 \`polaris.fairwinds.com/exempt: "true"\`도 그대로 통한다.`,
    en: `Which rule each check of polaris 10.2.2 is here, and how loud. What is off is bold: in polaris all of them are on.
\`polaris.fairwinds.com/<check>-exempt: "true"\` and \`polaris.fairwinds.com/exempt: "true"\` on an object hold as they did.`,
  },
};

export const POD_SECURITY: PeerWords = {
  title: { ko: 'Pod Security Standards와 여기의 규칙', en: 'The Pod Security Standards and the rules here' },
  head: { ko: '검사', en: 'check' },
  intro: {
    ko: `Pod Security Standards의 검사를 admission의 이름으로 적었다. 수준이 baseline이면 restricted에서도 본다. 무엇을 허용하는지는 cluster의 버전에 따라 다르고, 여기서도 정한 버전대로 본다.`,
    en: `The checks of the Pod Security Standards by the names the admission gives them. Those of baseline hold for restricted too. What is allowed depends on the version of the cluster, here as there.`,
  },
};
