npx @hermes4/cli ask "Hello"
