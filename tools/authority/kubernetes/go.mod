// What it needs is written by build.ts, for the version of Kubernetes that is asked for.
module authority/kubernetes

go 1.26.0
