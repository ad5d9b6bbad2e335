//go:build since136

package main

import (
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/registry/resource/resourceclaim"
	"k8s.io/kubernetes/pkg/registry/scheduling/podgroup"
)

func init() {
	builtIn[schema.GroupKind{Group: "resource.k8s.io", Kind: "ResourceClaim"}] = resourceclaim.NewStrategy(nil, nil)
	builtIn[schema.GroupKind{Group: "scheduling.k8s.io", Kind: "PodGroup"}] = podgroup.NewStrategy()
}
