/** Programs that make no image, whatever they are told. */
export const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...['gcloud', 'gsutil', 'bq', 'kubectl', 'gke-deploy', 'kustomize', 'helm', 'terraform'],
  ...['git', 'curl', 'wget', 'tar', 'unzip', 'gzip', 'jq', 'yq', 'envsubst', 'openssl'],
  ...[
    'echo',
    'printf',
    'cat',
    'cd',
    'cp',
    'mv',
    'rm',
    'mkdir',
    'ls',
    'pwd',
    'sed',
    'awk',
    'grep',
    'head',
    'tail',
  ],
  ...['set', 'export', 'test', '[', '[[', 'true', 'false', 'exit', 'sleep', 'date', 'chmod', 'touch', 'tee'],
  ...['apt-get', 'apk', 'pip', 'sort', 'tr', 'cut', 'basename', 'dirname', 'wait'],
]);
