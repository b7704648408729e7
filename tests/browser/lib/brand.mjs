// Which brand the business of a file of journeys runs on: the one that is shipped, unless a module that the file imports
// before journey.mjs puts another here. The business starts as soon as journey.mjs has been read.
// Likewise whether group rooms have an engine (with-engine.mjs).
/** @type {{ brandIn?: (folder: string) => string, groupEngine?: boolean }} */
export const chosen = {};
