# syntax=docker/dockerfile:1
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts scripts
COPY prisma prisma
RUN KLOPT_SKIP_PREPARE=1 npm ci
COPY . .
RUN npm run build && KLOPT_SKIP_PREPARE=1 npm prune --omit=dev

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json /app/tsconfig.json ./
COPY --from=build --chown=node:node /app/node_modules node_modules
COPY --from=build --chown=node:node /app/build build
COPY --from=build --chown=node:node /app/app app
COPY --from=build --chown=node:node /app/prisma prisma
# Where the embedded PostgreSQL keeps its data when there is no DATABASE_URL: mount a volume there.
RUN mkdir .klopt && chown node:node .klopt
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
# The sources run through tsx: one compiler for development and production, no second bundle that could differ.
# A payout of many thousands makes many small objects at once: a larger young generation halves the time spent on them.
CMD ["node", "--max-semi-space-size=64", "--import", "tsx", "app/server/main.ts"]
