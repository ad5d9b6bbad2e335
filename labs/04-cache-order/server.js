const http = require('node:http');

http.createServer((_, response) => response.end('Hello from a container\n')).listen(8080);
