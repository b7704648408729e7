// Imported before journey.mjs: the business of this file has an engine for its group rooms.
import { chosen } from './brand.mjs';

chosen.groupEngine = true;
