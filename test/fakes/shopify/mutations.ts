import { GraphQLError } from 'graphql';
import { adminApiVersion } from './admin-schema';
import type { Call } from './call';
import type { Entry } from './read-state';
import type { ShopWorld } from './shop-world';

type Mutation = (args: Record<string, unknown>, call: Call) => Entry;

const subscriptionsOf = new WeakMap<ShopWorld, Entry[]>();

/** The webhook subscriptions that the app has made in this shop. */
export function webhookSubscriptions(world: ShopWorld): Entry[] {
  const subscriptions = subscriptionsOf.get(world) ?? [];
  subscriptionsOf.set(world, subscriptions);
  return subscriptions;
}

const mutations: Record<string, Mutation> = {
  bulkOperationRunQuery: ({ query, groupObjects }, call) =>
    call.bulk.run(String(query), groupObjects === true, call),
  bulkOperationCancel: ({ id }, { bulk, world }) => bulk.cancel(String(id), world.domain),
  webhookSubscriptionCreate: (args, { world }) => {
    const input = args['webhookSubscription'] as Entry;
    const uri = input['uri'] ?? input['callbackUrl'];
    const taken = webhookSubscriptions(world).some((s) => s['topic'] === args['topic'] && s['uri'] === uri);
    if (taken || typeof uri !== 'string') {
      const message = taken ? 'Address for this topic has already been taken' : "Address can't be blank";
      return {
        webhookSubscription: null,
        userErrors: [{ field: ['webhookSubscription', 'callbackUrl'], message }],
      };
    }
    const webhookSubscription = {
      id: `gid://shopify/WebhookSubscription/${webhookSubscriptions(world).length + 1}`,
      topic: args['topic'],
      uri,
      callbackUrl: uri,
      filter: input['filter'] ?? null,
      includeFields: input['includeFields'] ?? [],
      format: 'JSON',
      apiVersion: { handle: adminApiVersion, displayName: adminApiVersion, supported: true },
    };
    webhookSubscriptions(world).push(webhookSubscription);
    return { webhookSubscription, userErrors: [] };
  },
  webhookSubscriptionDelete: (args, { world }) => {
    const subscriptions = webhookSubscriptions(world);
    const index = subscriptions.findIndex((subscription) => subscription['id'] === args['id']);
    if (index < 0) {
      const message = 'Webhook subscription does not exist';
      return { deletedWebhookSubscriptionId: null, userErrors: [{ field: ['id'], message }] };
    }
    subscriptions.splice(index, 1);
    return { deletedWebhookSubscriptionId: args['id'], userErrors: [] };
  },
};

/** Carries a mutation out; one that the fake does not know fails by name, so that no test passes by accident. */
export function mutate(name: string, args: Record<string, unknown>, call: Call): Entry {
  const mutation = mutations[name];
  if (!mutation)
    throw new GraphQLError(`The fake Shopify does not carry out ${name} (test/fakes/shopify/mutations.ts).`);
  return mutation(args, call);
}
