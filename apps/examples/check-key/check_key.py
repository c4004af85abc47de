import os
import sys
from urllib.parse import urljoin

import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")


def get(path):
    response = requests.get(
        urljoin(base_url, path),
        headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
    )
    if not response.ok:
        sys.exit(f"{response.status_code} from the host: {response.text}")
    return response.json()


key = get("/v1/key")["data"]
account = get("/v2/billing")

print(f"The key {key['prefix']}… is {'disabled' if key['disabled'] else 'enabled'}.")
print(f"It may be used for {', '.join(key.get('scopes') or ['everything'])}.")
print(f"The account holds {account['current_balance']:.2f} {account['currency']}.")
