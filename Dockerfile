# The page in a container: no key, no download at run time, data in the volume /data.
#   docker build -t zoneqa .
#   docker run -p 127.0.0.1:7860:7860 -v "$PWD/reports:/data/reports:ro" -v zoneqa:/data zoneqa
# Without reports in /data/reports it answers from the sample.
FROM python:3.13-slim

# OpenCV, which reads scans, links against libGL and GLib; LibreOffice reads .doc, .wps, .xls, .et and the like.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgl1 libglib2.0-0 libreoffice-writer-nogui \
       libreoffice-calc-nogui \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --create-home --home-dir /home/zoneqa --uid 10001 zoneqa \
    && mkdir -p /data \
    && chown zoneqa:zoneqa /data

# The lock before the sources: a changed source installs nothing anew.
COPY requirements.lock /src/
RUN python3 -m venv /opt/zoneqa
RUN /opt/zoneqa/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /src/requirements.lock

COPY pyproject.toml README.md LICENSE /src/
COPY assistant /src/assistant
COPY index /src/index
COPY prompts /src/prompts
COPY reports /src/reports
RUN /opt/zoneqa/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation /src \
    && rm -rf /src

# Inside the container the server must listen beyond loopback; who may reach it is decided where the port is published:
# docker run -p 127.0.0.1:7860:7860 … keeps it to this machine, as long as there are no users.
ENV PATH=/opt/zoneqa/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    ZONEQA_HOST=0.0.0.0 \
    ZONEQA_OPEN_ACCESS=true \
    ZONEQA_PORT=7860 \
    ZONEQA_INDEX_DIR=/data/index
USER zoneqa
WORKDIR /data
VOLUME /data
EXPOSE 7860
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python3", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"ZONEQA_PORT\"]}/health', timeout=4)"]
CMD ["zoneqa", "serve"]
