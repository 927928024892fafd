# syntax=docker/dockerfile:1
# Written, not built here: no container engine was at hand. tests/packaging/run runs the same publish commands, and starts what comes out
# from a read-only folder as a user without rights.
#
# Three targets:
#   all-in-one  the gateway, which starts its processing service itself: docker build --target all-in-one --tag newsapi .
#   gateway     the gateway alone; Processing__Addresses__0 has to say where a processing service is (compose.yaml)
#   processing  the processing service alone, on 5090 (gRPC) and 5091 (health)
#
# The gateway has no keys yet, and refuses to listen beyond the container until it is told to. Publish its port on the loopback interface
# of the host alone:
#   docker run --read-only --tmpfs /tmp --volume newsapi:/data --publish 127.0.0.1:5080:5080 \
#     --env Urls=http://0.0.0.0:5080 --env Server__OpenToNetwork=true newsapi

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
ENV NUGET_PACKAGES=/packages
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/packages \
    rid=linux-$(echo "$TARGETARCH" | sed 's/amd64/x64/') \
 && tools/publish all-in-one /out/all-in-one "$rid" \
 && tools/publish gateway /out/gateway "$rid" \
 && tools/publish processing /out/processing "$rid" \
 && mkdir /out/data

# The full image, not a chiseled one: it has the ICU libraries, without which Vietnamese letters that came decomposed stay so, silently.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
# The base image sets ports of its own; the services have settings for theirs. No debugger is attached here.
ENV ASPNETCORE_HTTP_PORTS= \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    DOTNET_EnableDiagnostics=0
COPY --from=build /source/tools/is-ready /usr/local/bin/is-ready
WORKDIR /app

FROM base AS gateway-base
ENV Storage__Path=/data/news.db
COPY --from=build --chown=$APP_UID:$APP_UID /out/data /data
VOLUME /data
EXPOSE 5080
# A longer start period than it needs: a store that was made by an earlier version is migrated first.
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 CMD ["is-ready", "5080"]
USER $APP_UID
ENTRYPOINT ["dotnet", "NewsApi.Gateway.dll"]

FROM gateway-base AS gateway
COPY --from=build /out/gateway .

FROM base AS processing
COPY --from=build /out/processing .
EXPOSE 5090 5091
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 CMD ["is-ready", "5091"]
USER $APP_UID
ENTRYPOINT ["dotnet", "NewsApi.Processing.dll"]

# Last, so that it is what comes without --target.
FROM gateway-base AS all-in-one
COPY --from=build /out/all-in-one .
