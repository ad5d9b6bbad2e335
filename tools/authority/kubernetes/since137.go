//go:build since137

package main

import (
	"k8s.io/apimachinery/pkg/runtime/schema"
	_ "k8s.io/kubernetes/pkg/apis/lifecycle/install"
	"k8s.io/kubernetes/pkg/registry/lifecycle/eviction"
	"k8s.io/kubernetes/pkg/registry/lifecycle/evictionrequest"
	"k8s.io/kubernetes/pkg/registry/resource/resourcepoolstatusrequest"
	"k8s.io/kubernetes/pkg/registry/scheduling/compositepodgroup"
	"k8s.io/utils/clock"
)

func init() {
	builtIn[schema.GroupKind{Group: "lifecycle.k8s.io", Kind: "Eviction"}] = eviction.NewStrategy(clock.RealClock{})
	builtIn[schema.GroupKind{Group: "lifecycle.k8s.io", Kind: "EvictionRequest"}] = evictionrequest.NewStrategy()
	builtIn[schema.GroupKind{Group: "resource.k8s.io", Kind: "ResourcePoolStatusRequest"}] = resourcepoolstatusrequest.Strategy
	builtIn[schema.GroupKind{Group: "scheduling.k8s.io", Kind: "CompositePodGroup"}] = compositepodgroup.NewStrategy()
}
