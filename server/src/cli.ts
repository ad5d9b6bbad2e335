import path from 'node:path';
import { cacheFolder, runCompiled } from './compiled';
import { tuneServer } from './tune';

// What starts: it only sees to it that the program has not to be compiled again, and each command has other parts of it.
const isServer = process.argv[2] === 'server';
if (isServer) tuneServer();
const cache = path.join(cacheFolder(), isServer ? 'server' : 'command');
runCompiled(path.join(__dirname, 'program.js'), cache, isServer);
