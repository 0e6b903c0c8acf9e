import { config } from 'zod';

// As soon as a schema is made, zod tries whether it may compile code, which the policy of the page forbids. So
// this has to be loaded before anything of the library that has schemas.
config({ jitless: true });
