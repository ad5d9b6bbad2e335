// Command authority says what BuildKit makes of Dockerfiles: whether it rejects them, and its check warnings.
//
// It reads one JSON string per line, the text of a Dockerfile, and writes one verdict per line. No network: every
// base image exists. What is rejected is so whatever variables and working directory base images set.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/solver/pb"
	"github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

// Lines count from 1; 0 where BuildKit names none.
type message struct {
	Rule string `json:"rule,omitempty"`
	Text string `json:"text"`
	Line int    `json:"line"`
}

type verdict struct {
	// Why `docker build` stops.
	Rejected *message `json:"rejected,omitempty"`
	// Why `docker build --target` stops at a stage that the last one does not need.
	Unused *message `json:"unused,omitempty"`
	// It depends on what the base images set whether the build stops.
	Unsure bool `json:"unsure,omitempty"`
	// What `docker build --check` says, up to where the build stops.
	Warnings []message `json:"warnings"`
}

func main() {
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

func judge(text []byte) verdict {
	v := verdict{Warnings: []message{}}
	warn := func(rule, _, _, text string, at []parser.Range) {
		v.Warnings = append(v.Warnings, message{rule, text, lineOf(at)})
	}
	v.Rejected, v.Unsure = build(text, dockerfile2llb.ConvertOpt{})
	if v.Rejected == nil && !v.Unsure {
		v.Unused, v.Unsure = build(text, dockerfile2llb.ConvertOpt{AllStages: true, Warn: warn})
	}
	return v
}

func build(text []byte, opt dockerfile2llb.ConvertOpt) (rejected *message, unsure bool) {
	if windows.Match(text) {
		opt.TargetPlatform = &ocispecs.Platform{OS: "windows", Architecture: "amd64"}
	}
	rejected = buildOn(everyImage{}, text, opt)
	if rejected == nil {
		return nil, false
	}
	// A name may have a value that fits everywhere: a port, a signal, a user.
	env := names.FindAllString(string(text), -1)
	slices.Sort(env)
	env = slices.Compact(env)
	for i := range env {
		env[i] += "=9"
	}
	opt.Warn = nil
	if buildOn(everyImage{env}, text, opt) == nil {
		return nil, true
	}
	return rejected, false
}

var (
	windows = regexp.MustCompile(`(?im)^FROM .*(windows|nanoserver)`)
	names   = regexp.MustCompile(`[A-Za-z_][A-Za-z_0-9]*`)
)

func buildOn(images everyImage, text []byte, opt dockerfile2llb.ConvertOpt) (rejected *message) {
	ctx := context.Background()
	opt.MetaResolver = images
	caps := pb.Caps.CapSet(pb.Caps.All())
	opt.LLBCaps = &caps
	res, err := dockerfile2llb.Dockerfile2LLB(ctx, text, opt)
	if err == nil {
		// Some values are looked at only when the graph is written.
		_, err = res.State.Marshal(ctx)
	}
	// With `error=true` a warning stops the build: it is among the warnings.
	if err == nil || strings.Contains(err.Error(), "lint violation found") {
		return nil
	}
	var located *parser.LocationError
	rejected = &message{Text: err.Error()}
	if errors.As(err, &located) && len(located.Locations) > 0 {
		rejected.Line = lineOf(located.Locations[0])
	}
	return rejected
}

func lineOf(at []parser.Range) int {
	if len(at) == 0 {
		return 0
	}
	return at[0].Start.Line
}

// everyImage resolves any name to an image of the platform that is asked for, with these variables; with any, it has
// a working directory as well.
type everyImage struct{ env []string }

func (e everyImage) ResolveImageConfig(_ context.Context, ref string, opt sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	image := ocispecs.Image{RootFS: ocispecs.RootFS{Type: "layers", DiffIDs: []digest.Digest{digest.FromString(ref)}}}
	if opt.ImageOpt != nil && opt.ImageOpt.Platform != nil {
		image.Platform = *opt.ImageOpt.Platform
	}
	if len(e.env) > 0 {
		image.Config.Env = e.env
		image.Config.WorkingDir = "/somewhere"
	}
	config, err := json.Marshal(image)
	return ref, "", config, err
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
