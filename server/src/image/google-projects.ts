/**
 * The projects below `gcr.io` whose images go on being published there: Google's own and those of well-known open
 * source. A project that is not among them is most likely the reader's.
 */
const PROJECTS =
  /^(?:google|gcp-|gke-|k8s-|cloud-?sql|cloud-(?:builders|marketplace|profiler|run|devrel|spanner|tpu)|cloudrun|cloudbuild|distroless|stackdriver|tensorflow|tfx-|tpu-|deeplearning|ml-pipeline|kubeflow|kfserving|knative|istio|tekton|kaniko-project|kubebuilder|kuar-demo|cadvisor|heptio-images|spinnaker|buildpacks|paketo|trillian|projectsigstore|apigee|anthos|config-management|endpoints-release|esp-|fuzzbench|oss-fuzz|spark-operator|datadoghq|linkerd-io|jetstack|pluginframework|inverting-proxy|mirror|arrikto|flame-public|agones-images|bazel)/;

/** @param project behind the registry's host: `google-samples` */
export function isGoogles(project: string): boolean {
  return PROJECTS.test(project);
}
