import path from 'node:path';
import { cacheFolder, runCompiled } from './compiled';
import { tuneServer } from './tune';

// What an editor on the desktop starts: the server, which has not to be compiled again each time.
tuneServer();
runCompiled(path.join(__dirname, 'server.js'), path.join(cacheFolder(), 'editor'), true);
