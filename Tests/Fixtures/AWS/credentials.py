"""Writes credentials.jsonl: whose credentials botocore finds in each of some situations.

    pip install botocore
    python3 credentials.py > credentials.jsonl

A row says what is there (variables, the two files, other files below the home folder, the profile that
the command line names; SERVER is the address of Tests/Peers/roles_server.py, HOME the folder) and whom the access key is
of; "none" where no place has any, "refused" where botocore raises.
"""

import hashlib
import json
import logging
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HOME = pathlib.Path(tempfile.mkdtemp())
os.environ.clear()
os.environ.update(HOME=str(HOME), PATH="/usr/bin:/bin")

import botocore.session  # noqa: E402  (reads HOME when it is imported)

logging.disable()

KEYS = {"AWS_ACCESS_KEY_ID": "KEY-OF-VARIABLES", "AWS_SECRET_ACCESS_KEY": "s"}
WEB = {"AWS_WEB_IDENTITY_TOKEN_FILE": "HOME/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/web"}
CONTAINER = {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "SERVER/container"}
MACHINE = {"AWS_EC2_METADATA_DISABLED": "false"}
PROCESS = (
    "credential_process = echo '{\"Version\": 1, \"AccessKeyId\":'"
    " \"\\\"KEY-OF-PROCESS\\\",\" '\"SecretAccessKey\": \"s\"}'\n"
)
SSO = "sso_role_name = lab\nsso_account_id = 1\nsso_start_url = https://a\nsso_region = eu-west-1\n"
SESSION = (
    "sso_session = corp\nsso_role_name = lab\nsso_account_id = 1\n"
    "[sso-session corp]\nsso_start_url = https://a\nsso_region = eu-west-1\n"
)


BASE = {
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_EC2_METADATA_SERVICE_ENDPOINT": "SERVER",
    "AWS_ENDPOINT_URL": "SERVER",
    "AWS_DEFAULT_REGION": "us-east-1",
}


def keys(owner):
    return f"aws_access_key_id = KEY-OF-{owner}\naws_secret_access_key = s\n"


def role(source, name="lab"):
    return f"role_arn = arn:aws:iam::1:role/{name}\n{source}\n"


def sso_file(name, expires="2100-01-01T00:00:00Z", **more):
    path = f".aws/sso/cache/{hashlib.sha1(name.encode()).hexdigest()}.json"
    return {path: json.dumps({"accessToken": "sso-token", "expiresAt": expires, **more})}


TOKEN = {"token": "a web token"}
OLD = "2020-01-01T00:00:00Z"
REFRESH = {
    "clientId": "c", "clientSecret": "s", "refreshToken": "refresh-token",
    "registrationExpiresAt": "2100-01-01T00:00:00Z",
}  # fmt: skip
EVERYTHING = (
    "[default]\n" + keys("CONFIG") + PROCESS + role("credential_source = Environment") + SSO
)

SITUATIONS = [
    # name, variables, config, credentials, profile, files
    ("nothing at all", {}, None, None, None, {}),
    ("variables before all else", KEYS | WEB | CONTAINER, EVERYTHING, "[default]\n" + keys("FILE"), None, TOKEN),
    ("variables without the secret", {"AWS_ACCESS_KEY_ID": "A"}, None, "[default]\n" + keys("FILE"), None, {}),
    ("an empty variable is none", {"AWS_ACCESS_KEY_ID": ""}, None, "[default]\n" + keys("FILE"), None, {}),
    ("variables are set aside by --profile", KEYS, None, "[lab]\n" + keys("FILE"), "lab", {}),
    ("variables go before AWS_PROFILE", KEYS | {"AWS_PROFILE": "lab"}, None, "[lab]\n" + keys("FILE"), None, {}),
    ("AWS_PROFILE", {"AWS_PROFILE": "lab"}, None, "[lab]\n" + keys("FILE"), None, {}),
    ("AWS_DEFAULT_PROFILE before AWS_PROFILE", {"AWS_PROFILE": "no", "AWS_DEFAULT_PROFILE": "lab"}, None, "[lab]\n" + keys("FILE"), None, {}),
    ("a profile that is not there", {"AWS_PROFILE": "lab"}, None, "[default]\n" + keys("FILE"), None, {}),
    ("a role before the file's keys", {}, "[default]\n" + role("source_profile = base") + "[profile base]\n" + keys("BASE"), "[default]\n" + keys("FILE"), None, {}),
    ("a role before a web identity", WEB, "[default]\n" + role("source_profile = default") + keys("OWN"), None, None, TOKEN),
    ("a web identity before the file's keys", WEB, None, "[default]\n" + keys("FILE"), None, TOKEN),
    ("a web identity without a role", {"AWS_WEB_IDENTITY_TOKEN_FILE": "HOME/token"}, None, "[default]\n" + keys("FILE"), None, TOKEN),
    ("a web identity whose token is missing", WEB, None, "[default]\n" + keys("FILE"), None, {}),
    ("a web identity of variables is set aside by --profile", WEB, None, "[lab]\n" + keys("FILE"), "lab", TOKEN),
    ("a web identity of a profile", {}, "[profile lab]\n" + role("web_identity_token_file = HOME/token"), None, "lab", TOKEN),
    ("a web identity of a profile whose file has no name", {}, "[profile lab]\n" + role("web_identity_token_file =") + PROCESS, None, "lab", {}),
    ("SSO before the file's keys", {}, "[default]\n" + SSO, "[default]\n" + keys("FILE"), None, sso_file("https://a")),
    ("SSO by a session", {}, "[default]\n" + SESSION, "[default]\n" + keys("FILE"), None, sso_file("corp")),
    ("SSO whose login has ended", {}, "[default]\n" + SSO, "[default]\n" + keys("FILE"), None, sso_file("https://a", OLD)),
    ("SSO that nobody logged in to", {}, "[default]\n" + SESSION, "[default]\n" + keys("FILE"), None, {}),
    ("SSO by a session that is prolonged", {}, "[default]\n" + SESSION, None, None, sso_file("corp", OLD, **REFRESH)),
    ("SSO by a session that cannot be prolonged", {}, "[default]\n" + SESSION, None, None, sso_file("corp", OLD)),
    ("SSO by a session that is not there", {}, "[default]\nsso_session = no\n" + SSO, None, None, sso_file("https://a")),
    ("SSO without a region", {}, "[default]\nsso_role_name = lab\nsso_account_id = 1\nsso_start_url = https://a\n", None, None, {}),
    ("the credentials file before a program", {}, "[default]\n" + PROCESS, "[default]\n" + keys("FILE"), None, {}),
    ("a program before the config file", {}, "[default]\n" + PROCESS + keys("CONFIG"), None, None, {}),
    ("a program in the credentials file", {}, None, "[lab]\n" + PROCESS, "lab", {}),
    ("a program that fails", {}, "[default]\ncredential_process = false\n" + keys("CONFIG"), None, None, {}),
    ("the config file before a container", CONTAINER, "[default]\n" + keys("CONFIG"), None, None, {}),
    ("the config file without the secret", CONTAINER, "[default]\naws_access_key_id = A\n", None, None, {}),
    ("a container before the machine", CONTAINER | MACHINE, None, None, None, {}),
    ("a container that guards itself", {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "SERVER/guarded", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "open sesame"}, None, None, None, {}),
    ("a container's token in a file comes first", {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "SERVER/guarded", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "no", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "HOME/token"}, None, None, None, {"token": "open sesame"}),
    ("a container elsewhere", {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://192.0.2.1/container"} | MACHINE, None, None, None, {}),
    ("the machine", MACHINE, None, None, None, {}),
    ("the machine by --profile", MACHINE, "[profile lab]\nregion = eu-west-1\n", None, "lab", {}),
    ("a role by the machine", MACHINE, "[default]\n" + role("credential_source = Ec2InstanceMetadata"), None, None, {}),
    ("a role by the container", CONTAINER, "[default]\n" + role("credential_source = EcsContainer"), None, None, {}),
    ("a role by variables, though --profile names it", KEYS, "[profile lab]\n" + role("credential_source = Environment"), None, "lab", {}),
    ("a role by variables that are not there", {}, "[default]\n" + role("credential_source = Environment"), None, None, {}),
    ("a role by a source that is none", KEYS, "[profile lab]\n" + role("credential_source = Shared"), None, "lab", {}),
    ("a role without a source", MACHINE, "[default]\n" + role(""), None, None, {}),
    ("a role with two sources", KEYS, "[profile lab]\n" + role("source_profile = default\ncredential_source = Environment"), None, "lab", {}),
    ("a role of a role", {}, "[default]\n" + role("source_profile = a") + "[profile a]\n" + role("source_profile = b", "a") + "[profile b]\n" + keys("B"), None, None, {}),
    ("a role by its own keys", {}, "[profile lab]\n" + role("source_profile = lab") + keys("OWN"), None, "lab", {}),
    ("a role by itself without keys", {}, "[profile lab]\n" + role("source_profile = lab"), None, "lab", {}),
    ("roles in a circle", {}, "[default]\n" + role("source_profile = a") + "[profile a]\n" + role("source_profile = default", "a"), None, None, {}),
    ("a role by a profile that is not there", {}, "[default]\n" + role("source_profile = a"), None, None, {}),
    ("a role by a profile without keys", MACHINE, "[default]\n" + role("source_profile = a") + "[profile a]\nregion = eu-west-1\n", None, None, {}),
    ("a role by keys of the other file", {}, "[default]\n" + role("source_profile = base"), "[base]\n" + keys("BASE"), None, {}),
    ("a role by SSO", {}, "[default]\n" + role("source_profile = a") + "[profile a]\n" + SSO, None, None, sso_file("https://a")),
    ("a role by a program", {}, "[default]\n" + role("source_profile = a") + "[profile a]\n" + PROCESS, None, None, {}),
    ("a role by a web identity of a profile", {}, "[default]\n" + role("source_profile = a") + "[profile a]\n" + role("web_identity_token_file = HOME/token"), None, None, TOKEN),
    ("other files", {"AWS_CONFIG_FILE": "~/c", "AWS_SHARED_CREDENTIALS_FILE": "HOME/d"}, "[default]\n" + keys("CONFIG"), None, None, {"c": "", "d": "[default]\n" + keys("D")}),
    ("profile default and [default]", {}, "[default]\n" + keys("A") + "[profile b]\n", None, None, {}),
    ("a config file that cannot be read", {}, "[default]\nnonsense\n", "[default]\n" + keys("FILE"), None, {}),
]  # fmt: skip


def outcome(variables, config, credentials, profile, files, server):
    def put(path, text):
        (HOME / path).parent.mkdir(parents=True, exist_ok=True)
        (HOME / path).write_text(text.replace("HOME", str(HOME)))

    shutil.rmtree(HOME)
    HOME.mkdir()
    for path, text in files.items():
        put(path, text)
    if config is not None:
        put(".aws/config", config)
    if credentials is not None:
        put(".aws/credentials", credentials)
    os.environ.clear()
    os.environ.update(HOME=str(HOME), PATH="/usr/bin:/bin")
    for name, value in (BASE | variables).items():
        os.environ[name] = value.replace("SERVER", server).replace("HOME", str(HOME))
    try:
        session = botocore.session.Session(profile=profile)
        session.get_scoped_config()
        found = session.get_credentials()
        return found.get_frozen_credentials().access_key if found else "none"
    except Exception as error:
        print(f"{error.__class__.__name__}: {error}", file=sys.stderr)
        return "refused"


def main():
    script = pathlib.Path(__file__).parents[2] / "Peers/roles_server.py"
    peer = subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    server = f"http://127.0.0.1:{json.loads(peer.stdout.readline())['port']}"
    for name, *situation in SITUATIONS:
        print(name, end=": ", file=sys.stderr)
        found = outcome(*situation, server)
        print(found, file=sys.stderr)
        words = ("variables", "config", "credentials", "profile", "files")
        row = dict(zip(words, situation)) | {"variables": BASE | situation[0]}
        print(json.dumps({"name": name, **row, "found": found}))
    peer.terminate()
    shutil.rmtree(HOME)


if __name__ == "__main__":
    main()
