// Command kubernetes says what the API server makes of manifests: whether it creates their objects, and why not.
//
// It reads one JSON string per line, the text of a YAML document, and writes one JSON array per line with every
// reason. The object is decoded strictly, defaulted and validated by the server's own code; what needs a cluster
// (admission, quotas, names already taken) is not asked.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/klog/v2"
	apiservice "k8s.io/kubernetes/pkg/api/service"
	core "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/capabilities"
	"sigs.k8s.io/yaml"
)

// One reason why an object is refused.
type reason struct {
	// Which one, where the document is a List.
	Index int    `json:"index"`
	Kind  string `json:"kind"`
	// `spec.containers[0].name`; empty where the object cannot be decoded.
	Field string `json:"field"`
	// As the server calls it: FieldValueRequired, FieldValueInvalid; `Decoding` before that.
	Type   string `json:"type"`
	Detail string `json:"detail"`
}

func main() {
	klog.SetOutput(devNull{})
	klog.LogToStderr(false)
	// As nearly every cluster is set up, since kube-proxy is privileged.
	capabilities.Initialize(capabilities.Capabilities{AllowPrivileged: true})
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<28)
	out := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			fail(err)
		}
		if err := out.Encode(judge([]byte(text))); err != nil {
			fail(err)
		}
	}
	if err := in.Err(); err != nil {
		fail(err)
	}
}

type devNull struct{}

func (devNull) Write(text []byte) (int, error) { return len(text), nil }

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}

func judge(text []byte) []reason {
	var list struct {
		Kind       string
		APIVersion string
		Items      []json.RawMessage
	}
	// kubectl takes a List apart before it asks the server.
	if err := yaml.Unmarshal(text, &list); err == nil && list.Kind == "List" && list.APIVersion == "v1" {
		reasons := []reason{}
		for i, item := range list.Items {
			for _, one := range judgeOne(item) {
				one.Index = i
				reasons = append(reasons, one)
			}
		}
		return reasons
	}
	return judgeOne(text)
}

func judgeOne(text []byte) []reason {
	for _, family := range families {
		object, gvk, err := family.decoder.Decode(text, nil, nil)
		if runtime.IsNotRegisteredError(err) {
			continue
		}
		kind := ""
		if gvk != nil {
			kind = gvk.Kind
		}
		if err != nil {
			return []reason{{Kind: kind, Type: "Decoding", Detail: err.Error()}}
		}
		if versioned, err := family.scheme.New(*gvk); err == nil && isRemoved(versioned) {
			return []reason{{Kind: kind, Type: "NotServed"}}
		}
		return reasons(kind, create(family, object, *gvk))
	}
	return []reason{{Type: "NotRegistered"}}
}

// The code still knows versions that the server no longer offers.
func isRemoved(object runtime.Object) bool {
	removed, ok := object.(interface{ APILifecycleRemoved() (int, int) })
	if !ok {
		return false
	}
	major, in := removed.APILifecycleRemoved()
	running, err := strconv.Atoi(minor)
	return err == nil && major == 1 && in <= running
}

// 36 of 1.36: set by build.ts.
var minor string

// What POST does before it stores the object.
func create(family family, object runtime.Object, gvk schema.GroupVersionKind) (err error) {
	// The server recovers, too, and answers with an internal error.
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("panic: %v", problem)
		}
	}()
	strategy, ok := family.strategies[gvk.GroupKind()]
	if !ok {
		return errNoStrategy
	}
	about, err := meta.Accessor(object)
	if err != nil {
		return err
	}
	rest.FillObjectMetaSystemFields(about)
	if about.GetGenerateName() != "" && about.GetName() == "" {
		about.SetName(strategy.GenerateName(about.GetGenerateName()))
	}
	// kubectl sends it to the namespace it names.
	namespace := ""
	if strategy.NamespaceScoped() {
		namespace = about.GetNamespace()
		if namespace == "" {
			namespace = metav1.NamespaceDefault
		}
	}
	ctx := request.WithNamespace(context.Background(), namespace)
	resource, _ := meta.UnsafeGuessKindToResource(gvk)
	ctx = request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true, Verb: "create", Namespace: namespace,
		APIGroup: gvk.Group, APIVersion: gvk.Version, Resource: resource.Resource,
	})
	// The storage of Services does this before it asks the strategy.
	if service, ok := object.(*core.Service); ok && service.Spec.ClusterIP != "" && len(service.Spec.ClusterIPs) == 0 {
		service.Spec.ClusterIPs = []string{service.Spec.ClusterIP}
	}
	// So does it find a free port for the load balancer's checks.
	if service, ok := object.(*core.Service); ok && apiservice.NeedsHealthCheck(service) && service.Spec.HealthCheckNodePort == 0 {
		service.Spec.HealthCheckNodePort = 30000
	}
	return rest.BeforeCreate(strategy, ctx, object)
}

var errNoStrategy = errors.New("no strategy")

func reasons(kind string, err error) []reason {
	if err == nil {
		return []reason{}
	}
	if err == errNoStrategy {
		return []reason{{Kind: kind, Type: "NoStrategy"}}
	}
	found := []reason{}
	var status apierrors.APIStatus
	if errors.As(err, &status) && status.Status().Details != nil {
		for _, cause := range status.Status().Details.Causes {
			found = append(found, reason{Kind: kind, Field: cause.Field, Type: string(cause.Type), Detail: cause.Message})
		}
	}
	if len(found) == 0 {
		return []reason{{Kind: kind, Type: "Other", Detail: err.Error()}}
	}
	return found
}

// The kinds one API server inside the API server serves.
type family struct {
	scheme     *runtime.Scheme
	decoder    runtime.Decoder
	strategies map[schema.GroupKind]rest.RESTCreateStrategy
}

func familyOf(scheme *runtime.Scheme, strategies map[schema.GroupKind]rest.RESTCreateStrategy) family {
	codecs := serializer.NewCodecFactory(scheme, serializer.EnableStrict)
	return family{scheme, codecs.UniversalDecoder(), strategies}
}
