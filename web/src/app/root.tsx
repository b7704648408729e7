import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Shell } from './shell';

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({ component: Shell });
