# The service itself; the sandbox is not in the image. Built from the root of the repository:
#   docker build --tag hotline .

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What restoring depends on, apart from the code: these layers stay until a package changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Directory.Build.props src/
COPY src/Hotline.CallFlow/Hotline.CallFlow.csproj src/Hotline.CallFlow/packages.lock.json src/Hotline.CallFlow/
COPY src/Hotline.Twilio/Hotline.Twilio.csproj src/Hotline.Twilio/packages.lock.json src/Hotline.Twilio/
COPY src/Hotline.Speech/Hotline.Speech.csproj src/Hotline.Speech/packages.lock.json src/Hotline.Speech/
COPY src/Hotline.CaseBackend/Hotline.CaseBackend.csproj src/Hotline.CaseBackend/packages.lock.json src/Hotline.CaseBackend/
COPY src/Hotline.Web/Hotline.Web.csproj src/Hotline.Web/packages.lock.json src/Hotline.Web/
RUN dotnet restore src/Hotline.Web --locked-mode
COPY src/ src/
COPY prompts/ prompts/
RUN dotnet publish src/Hotline.Web --configuration Release --no-restore --output /app

# The full image and not a stripped one: Korean dates and the time zone of Seoul need ICU and tzdata.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install --yes --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir --mode=0700 /keys \
    && chown "$APP_UID" /keys
WORKDIR /app
COPY --from=build /app .
# On machines with few cores the spinning of idle pool threads takes the time that requests need.
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0 \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
EXPOSE 8080
# Alive, not ready: a node that waits for its database still tells callers whom else to call.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/health/live"]
ENTRYPOINT ["dotnet", "Hotline.Web.dll"]
