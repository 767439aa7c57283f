setInterval(postMessage, 5000, 0);
