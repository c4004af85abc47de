#!/usr/bin/env node
// Stands apart from the build, so that installing the workspace can link it before anything is built.
import '../dist/hermes4.js';
