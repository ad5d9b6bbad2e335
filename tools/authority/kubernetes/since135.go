//go:build since135

package main

import (
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/registry/scheduling/workload"
)

func init() {
	builtIn[schema.GroupKind{Group: "scheduling.k8s.io", Kind: "Workload"}] = workload.Strategy
}
