// One program for both hosts, so that the package holds the rules once. What is imported this way lies still until it
// is asked for: neither host loads what only the other has.
if ('WorkerGlobalScope' in globalThis) void import('./browser');
else void import('./node');
