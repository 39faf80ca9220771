# One Dockerfile for every process of the project: MODULE says which folder, MAIN which class.
# The first stage takes neither, so that the five images share one build.
FROM maven:3.9.12-eclipse-temurin-17-noble AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -Dquick -DskipTests -am package \
      -pl contribution-ingestor,certification-streams,anchor-publisher,review-collector,cli

FROM eclipse-temurin:17.0.19_10-jre-noble
ARG MODULE
ARG MAIN
# Key files have mode 600, so the process must be their owner: the operator's own id, never 0.
ARG SPINE_UID=1000

# Ubuntu's image has a user 1000 of its own, which would stand in the way of ours.
RUN test "${SPINE_UID}" -gt 0 \
    && (userdel --remove ubuntu 2>/dev/null || true) \
    && useradd --uid "${SPINE_UID}" --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin spine \
    && install -d -o spine -g spine -m 700 /var/lib/spine/state /var/lib/spine/artifacts

COPY --from=build /src/${MODULE}/target/lib /app/lib
COPY --from=build /src/${MODULE}/target/${MODULE}-*.jar /app/app.jar

# An argument file lets the entry point stay an exec form, which receives signals, while the class is chosen at build time.
RUN test -n "${MAIN}" && printf '%s\n' -cp /app/app.jar "${MAIN}" > /app/launch

ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
USER spine
WORKDIR /var/lib/spine
ENTRYPOINT ["java", "@/app/launch"]

# Liveness: false only when a restart is the cure. Not for the command-line image, which ends by itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=2m --retries=4 \
    CMD curl --fail --silent --output /dev/null "http://127.0.0.1:${SPINE_HTTP_PORT}/health/liveness"
