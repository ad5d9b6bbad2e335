import { asScalar, asSeq, get } from '../../yaml/navigate';
import { baseline } from './check';

/** The kernel settings a pod may change, with the release that allowed them. */
const SAFE: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

/** One breach for each kernel setting that reaches beyond the pod. */
export const sysctls = baseline('sysctls', function* ({ spec }, minor) {
  const seq = asSeq(get(spec, 'securityContext', 'sysctls'));
  for (const [index, item] of (seq?.items ?? []).entries()) {
    const name = asScalar(get(item, 'name'));
    const since = name && Object.hasOwn(SAFE, name.text) ? SAFE[name.text]! : Number.POSITIVE_INFINITY;
    if (seq && name && minor < since)
      yield { span: name.span, values: [name.text], repairs: [{ kind: 'remove-item', seq, index }] };
  }
});
