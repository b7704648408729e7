import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { Waiting } from '../ui/answer';
import { clientRoutes } from './client-routes';
import { Broken, NotFound } from './lost';
import { practiceRoutes, staffRoutes } from './work-routes';
import { rootRoute } from './root';

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren([...clientRoutes, ...practiceRoutes, ...staffRoutes]),
    context: { client },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
