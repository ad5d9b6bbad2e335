// Prints what one version of Kubernetes knows of its API, as JSON: the OpenAPI definitions with enums, which the
// published document leaves out, and the defaults its own defaulting functions set. Run by ../schema.ts.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kube-openapi/pkg/common"
	"k8s.io/kube-openapi/pkg/util"
	"k8s.io/kube-openapi/pkg/validation/spec"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/generated/openapi"

	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/authentication/install"
	_ "k8s.io/kubernetes/pkg/apis/authorization/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/events/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/resource/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	_ "k8s.io/kubernetes/pkg/apis/storagemigration/install"
)

func main() {
	out := map[string]any{"definitions": definitions(), "defaults": defaults()}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		panic(err)
	}
}

func definitions() map[string]spec.Schema {
	ref := func(name string) spec.Ref { return spec.MustCreateRef("#/definitions/" + friendly(name)) }
	schemas := map[string]spec.Schema{}
	for name, definition := range openapi.GetOpenAPIDefinitions(ref) {
		name = friendly(name)
		schemas[name] = definition.Schema
		// Types such as int-or-string have another shape in version 2, which is easier to tell.
		if v2, ok := definition.Schema.Extensions[common.ExtensionV2Schema].(spec.Schema); ok {
			schemas[name] = v2
		}
	}
	return schemas
}

// The name the published document uses; up to 1.34 the code has Go's.
func friendly(name string) string {
	if strings.Contains(name, "/") {
		return util.ToRESTFriendlyName(name)
	}
	return name
}

// What defaulting adds to a type's field, wherever the type is used; `ambiguous` where that differs.
type found map[string]map[string]any

const ambiguous = "\x00ambiguous"

// Fills every kind with one of everything, lets Kubernetes set its defaults, and notes what is new.
func defaults() found {
	all := found{}
	for gvk, goType := range legacyscheme.Scheme.AllKnownTypes() {
		if gvk.Version == runtime.APIVersionInternal || strings.HasSuffix(gvk.Kind, "List") {
			continue
		}
		before, after := reflect.New(goType), reflect.New(goType)
		fill(before.Elem(), nil)
		fill(after.Elem(), nil)
		object, ok := after.Interface().(runtime.Object)
		if !ok {
			continue
		}
		legacyscheme.Scheme.Default(object)
		compare(before.Elem(), after.Elem(), all)
	}
	for _, fields := range all {
		for name, value := range fields {
			if value == nil || value == ambiguous {
				delete(fields, name)
			}
		}
	}
	return all
}

// Allocates structs behind pointers and one element of each list of structs; a type inside itself stays empty.
func fill(value reflect.Value, inside []reflect.Type) {
	switch value.Kind() {
	case reflect.Pointer:
		if value.Type().Elem().Kind() == reflect.Struct && descends(value.Type().Elem(), inside) {
			value.Set(reflect.New(value.Type().Elem()))
			fill(value.Elem(), inside)
		}
	case reflect.Slice:
		if value.Type().Elem().Kind() == reflect.Struct && descends(value.Type().Elem(), inside) {
			value.Set(reflect.MakeSlice(value.Type(), 1, 1))
			fill(value.Index(0), inside)
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if value.Field(i).CanSet() {
				fill(value.Field(i), append(inside[:len(inside):len(inside)], value.Type()))
			}
		}
	}
}

func descends(one reflect.Type, inside []reflect.Type) bool {
	for _, other := range inside {
		if other == one {
			return false
		}
	}
	return strings.HasPrefix(one.PkgPath(), "k8s.io/api/") || strings.HasPrefix(one.PkgPath(), "k8s.io/apimachinery/pkg/apis/")
}

func compare(before, after reflect.Value, all found) {
	switch after.Kind() {
	case reflect.Pointer:
		if !before.IsNil() {
			compare(before.Elem(), after.Elem(), all)
		}
	case reflect.Slice:
		if before.Len() > 0 && after.Len() > 0 {
			compare(before.Index(0), after.Index(0), all)
		}
	case reflect.Struct:
		owner := strings.ReplaceAll(strings.TrimPrefix(after.Type().PkgPath(), "k8s.io/"), "/", ".")
		for i := range after.NumField() {
			field := after.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if name != "" && isScalar(field.Type) {
				note(all, "io.k8s."+owner+"."+after.Type().Name(), name, before.Field(i), after.Field(i))
			} else {
				compare(before.Field(i), after.Field(i), all)
			}
		}
	}
}

func isScalar(one reflect.Type) bool {
	if one.Kind() == reflect.Pointer {
		one = one.Elem()
	}
	switch one.Kind() {
	case reflect.Struct:
		return one.Name() == "IntOrString" || one.Name() == "Quantity" || one.Name() == "Duration"
	case reflect.Slice:
		return one.Elem().Kind() != reflect.Struct
	case reflect.Interface, reflect.Map:
		return false
	}
	return true
}

func note(all found, owner, name string, before, after reflect.Value) {
	value := any(ambiguous)
	if reflect.DeepEqual(before.Interface(), after.Interface()) {
		value = nil
	} else if written, err := json.Marshal(after.Interface()); err == nil {
		value = json.RawMessage(written)
	}
	if all[owner] == nil {
		all[owner] = map[string]any{}
	}
	// A type may be defaulted in one place and left for later in another: a Job, the Job a CronJob holds.
	known := all[owner][name]
	if value == nil {
		value = known
	} else if known != nil && !reflect.DeepEqual(known, value) {
		value = ambiguous
	}
	all[owner][name] = value
}
