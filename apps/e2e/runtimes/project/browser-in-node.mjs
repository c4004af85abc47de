await import('@hermes4/browser').catch(({ message }) => console.log(message));
