import { expectation, noObject, serviceNamed } from '../expectation';
import { arrivals } from '../relations/port-chain';

export default expectation({
  name: 'portChain',
  fields: { service: 'text', port: 'number', workload: 'text', containerPort: 'number' },
  goal: ({ service, port, workload, containerPort }) => ({
    text: {
      ko: 'Service `{service}`의 {port}번으로 온 요청이 `{workload}`의 {containerPort}번에 닿는다',
      en: 'A request to port {port} of Service `{service}` arrives at port {containerPort} of `{workload}`',
    },
    values: { service, port, workload, containerPort },
  }),
  check: ({ service: name, port: number, workload, containerPort }, manifests) => {
    const service = serviceNamed(manifests, name);
    if (!service) return noObject('Service', name);
    const port = service.value.ports.find((one) => one.port?.number === number);
    if (!port) return { told: { text: TOLD.noPort, values: { number } }, at: service.span };
    const arrival = arrivals(service, port, manifests.facts).find((one) => one.workload.name === workload);
    if (!arrival) return { told: { text: TOLD.notSelected, values: { workload } }, at: service.span };
    const target = port.target!;
    // A port by number may be open without being listed.
    const reached = arrival.port?.port?.number ?? target.number;
    if (reached === containerPort) return undefined;
    const values = { target: target.word.text };
    const text = reached === undefined ? TOLD.unnamed : TOLD.elsewhere;
    return { told: { text, values }, at: target.word.span };
  },
});

const TOLD = {
  noPort: { ko: 'Service에 {number}번 포트가 없다', en: 'The Service has no port {number}' },
  notSelected: {
    ko: 'Service가 `{workload}`의 Pod를 고르지 않는다',
    en: 'The Service does not select the Pods of `{workload}`',
  },
  unnamed: {
    ko: '`{target}`{target|이라}는 이름의 포트가 컨테이너에 없다',
    en: 'No port of the container is named `{target}`',
  },
  elsewhere: { ko: '지금은 {target}번으로 간다', en: 'It goes to {target} now' },
};
