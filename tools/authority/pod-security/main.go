// Command pod-security says which checks of the Pod Security Standards manifests fail.
//
// It reads one JSON string per line, the text of a YAML document, and writes one JSON array per line with every object
// in it that makes pods. The checks are the admission controller's own. They are asked one by one: the controller
// itself is silent on a check of "baseline" that one of "restricted" stands for. With the argument `checks` it writes
// one JSON array of all their ids instead.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"sigs.k8s.io/yaml"
)

// An object that makes pods, or a document that cannot be read.
type verdict struct {
	Kind      string `json:"kind"`
	Namespace string `json:"namespace"`
	Name      string `json:"name"`
	// By level, then by version: the ids of the checks that fail, sorted.
	Failed map[api.Level]map[string][]policy.CheckID `json:"failed,omitempty"`
	Error  string                                    `json:"error,omitempty"`
}

// As an object is written, as far as the way to its pods goes.
type object struct {
	metav1.TypeMeta `json:",inline"`
	Metadata        metav1.ObjectMeta `json:"metadata"`
	Spec            json.RawMessage   `json:"spec"`
	Template        json.RawMessage   `json:"template"`
	Items           []json.RawMessage `json:"items"`
}

// The versions whose standards are asked: those our schema ships.
var versions = []string{"1.34", "1.35", "1.36", "1.37"}

// Those of the kinds that make pods; others have kinds of the same names.
var groups = map[string]bool{"apps": true, "batch": true, "extensions": true}

func main() {
	checks := policy.DefaultChecks()
	out := json.NewEncoder(os.Stdout)
	if len(os.Args) > 1 && os.Args[1] == "checks" {
		ids := []policy.CheckID{}
		for _, check := range checks {
			ids = append(ids, check.ID)
		}
		if err := out.Encode(ids); err != nil {
			fail(err)
		}
		return
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<28)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			fail(err)
		}
		if err := out.Encode(judge([]byte(text), checks)); err != nil {
			fail(err)
		}
	}
	if err := in.Err(); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}

func judge(text []byte, checks []policy.Check) []verdict {
	var it object
	if err := yaml.Unmarshal(text, &it); err != nil {
		return []verdict{{Error: err.Error()}}
	}
	found := []verdict{}
	if it.Kind == "List" || len(it.Items) > 0 {
		for _, item := range it.Items {
			found = append(found, judge(item, checks)...)
		}
		return found
	}
	template := templateOf(it, text)
	if template == nil {
		return found
	}
	if group, _, grouped := strings.Cut(it.APIVersion, "/"); grouped && !groups[group] {
		return found
	}
	one := verdict{Kind: it.Kind, Namespace: it.Metadata.Namespace, Name: it.Metadata.Name}
	var pod corev1.PodTemplateSpec
	if err := yaml.Unmarshal(template, &pod); err != nil {
		one.Error = err.Error()
	} else {
		for i, volume := range pod.Spec.Volumes {
			// The one default of the server that a check would miss: a volume is an emptyDir unless it is another.
			if volume.VolumeSource == (corev1.VolumeSource{}) {
				pod.Spec.Volumes[i].EmptyDir = &corev1.EmptyDirVolumeSource{}
			}
		}
		one.Failed = failed(pod, checks)
	}
	return append(found, one)
}

// What holds the metadata and the spec of the pods; nil for an object without pods.
func templateOf(it object, text []byte) []byte {
	var outer struct {
		Template    json.RawMessage `json:"template"`
		JobTemplate struct {
			Spec struct {
				Template json.RawMessage `json:"template"`
			} `json:"spec"`
		} `json:"jobTemplate"`
	}
	switch it.Kind {
	case "Pod":
		return text
	case "PodTemplate":
		return it.Template
	case "CronJob":
		_ = json.Unmarshal(it.Spec, &outer)
		return outer.JobTemplate.Spec.Template
	case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job":
		_ = json.Unmarshal(it.Spec, &outer)
		return outer.Template
	}
	return nil
}

func failed(pod corev1.PodTemplateSpec, checks []policy.Check) map[api.Level]map[string][]policy.CheckID {
	found := map[api.Level]map[string][]policy.CheckID{}
	for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
		found[level] = map[string][]policy.CheckID{}
		for _, name := range versions {
			version, err := api.ParseVersion("v" + name)
			if err != nil {
				fail(err)
			}
			ids := []policy.CheckID{}
			for _, check := range checks {
				if check.Level == level && !allows(check, version, pod) {
					ids = append(ids, check.ID)
				}
			}
			slices.Sort(ids)
			found[level][name] = ids
		}
	}
	return found
}

func allows(check policy.Check, at api.Version, pod corev1.PodTemplateSpec) bool {
	for _, since := range slices.Backward(check.Versions) {
		if !at.Older(since.MinimumVersion) {
			return since.CheckPod(&pod.ObjectMeta, &pod.Spec).Allowed
		}
	}
	return true
}
