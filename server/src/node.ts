import { tuneServer } from './tune';

tuneServer();

// A bundle compiles what is imported this way one module after the other, not all of it at once.
void import('./process');
