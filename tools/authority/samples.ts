/** Sound Dockerfiles that use much of the language, so that every kind of fault finds a place. */
export const SAMPLES: readonly string[] = [
  `# syntax=docker/dockerfile:1
ARG GO_VERSION=1.24
FROM --platform=$BUILDPLATFORM golang:\${GO_VERSION}-alpine AS builder
ARG TARGETOS TARGETARCH
WORKDIR /src
RUN --mount=type=bind,source=go.mod,target=go.mod --mount=type=cache,target=/go/pkg/mod,sharing=locked \\
    go mod download
RUN --mount=target=. --mount=type=cache,id=build,target=/root/.cache,mode=0755,uid=0 <<EOF
set -e
GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/app .
EOF

FROM builder AS test
RUN --network=none --mount=type=tmpfs,target=/tmp,size=64m go test ./...

FROM scratch AS final
COPY --from=builder --chown=10001:10001 --chmod=755 /out/app /app
COPY --link <<"EOT" /etc/app.conf
[app]
name=$APP
EOT
EXPOSE 8080/tcp 9090-9092
USER 10001:10001
STOPSIGNAL SIGINT
HEALTHCHECK --interval=30s --timeout=3s --start-period=1m --retries=3 CMD ["/app", "health"]
ENTRYPOINT ["/app"]
CMD ["--port", "8080"]
`,
  `FROM node:22-alpine AS base
ENV NODE_ENV=production \\
    PORT="3000"
LABEL org.opencontainers.image.title="web shop" \\
      org.opencontainers.image.version=1.2.3
WORKDIR /app

FROM base AS build
COPY package.json package-lock.json ./
# What changes least comes first.
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc,required \\
    # private packages
    npm ci
COPY --exclude=*.md --parents src/ ./
RUN npm run build && \\
    npm prune --omit=dev

FROM base
COPY --from=build /app/dist ./dist
COPY --from=0 /etc/passwd /etc/
ADD --checksum=sha256:${'4'.repeat(64)} https://example.com/ca.pem /etc/ssl/
ARG VERSION=dev
ENV VERSION=\${VERSION:-none}
VOLUME ["/data", "/log"]
EXPOSE \${PORT}
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
HEALTHCHECK CMD wget -q localhost:3000 || exit 1
CMD ["node", "dist/server.js"]
`,
  `# escape=\`
FROM mcr.microsoft.com/windows/servercore:ltsc2022 AS tools
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
WORKDIR C:\\build
COPY setup.ps1 C:\\build\\
RUN .\\setup.ps1 ; \`
    Remove-Item setup.ps1
ENV TOOLS="C:\\tools" \`
    MODE=release
ONBUILD COPY . C:\\app
ONBUILD RUN .\\build.ps1
USER ContainerUser
CMD ["cmd", "/c", "run.bat"]
`,
  `from debian:12-slim as one
arg DEBIAN_FRONTEND=noninteractive
run apt-get update && apt-get install -y --no-install-recommends curl \\
 && rm -rf /var/lib/apt/lists/*
env A=1 B="two words" C=three\\ words
copy ["a file", "/dest/"]
add archive.tar.gz /opt/
onbuild run make
expose 80 443/tcp
cmd ["true"]

from one as two
copy --from=one /opt /opt
run --mount=type=ssh,id=default git clone git@example.com:a/b
healthcheck none
workdir sub
entrypoint ["/entrypoint.sh"]
`,
];
