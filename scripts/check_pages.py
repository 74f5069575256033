#!/usr/bin/python3
"""Look at the published pages as people do: in a browser, with a keyboard, on a phone, enlarged, printed, in the dark.

    scripts/check_pages.py --binary FILE --axe FILE [--out FOLDER] [--pictures FOLDER]

The pages are those of `shirube publish` for the state that `make demo` leaves. Headless Chromium opens one of each kind, in both
languages, from a server on loopback that counts what is asked of it. axe-core (rules of WCAG 2.0 to 2.2, A and AA) must find nothing;
nothing may be wider than the window at 320 pixels, which is also what 1280 pixels at 400 % are; every control must be reached by the Tab
key and show that it has the focus; nothing may be asked of another host; and a page must be ready within 100 ms. Exits non-zero
where one of these does not hold.
"""

import argparse
import base64
import http.server
import pathlib
import subprocess
import sys
import threading
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

KINDS = ["index.html", "indicators.html", "sheet.html", "goals/g1.html", "measures/m01.html", "programs/m01-1.html",
         "kpi/m01-1-1.html", "kpi/m03-2-1.html", "departments.html", "departments/kogyo-koyo.html", "sdgs.html", "sdgs/8.html",
         "archive.html", "archive/FY2022Q2-1.html", "methods.html", "data.html"]
PAGES = KINDS + ["en/" + kind for kind in KINDS]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
READY_MILLISECONDS = 100


class Server:
    """The site on a port of loopback, and what was asked of it and not there."""

    def __init__(self, folder):
        missing = self.missing = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(folder))

            def log_message(self, *arguments):
                pass

            def send_error(self, code, *arguments):
                if not self.path.endswith("favicon.ico"):
                    missing.append(f"{self.path} {code}")
                super().send_error(code, *arguments)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class Browser:
    def __init__(self, address, axe):
        self.address, self.axe, self.faults = address, axe.read_text("utf-8"), []
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                     "--force-device-scale-factor=1"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.set_page_load_timeout(60)

    def fault(self, page, what):
        self.faults.append(f"{page}: {what}")

    def open(self, page, width=1280, height=900, dark=False, media=""):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": media, "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        self.driver.get(self.address + page)

    def check_axe(self, page, scheme):
        # The page's own policy lets no other script run; the driver's scripts are not the page's.
        self.driver.execute_script(self.axe)
        found = self.driver.execute_async_script(
            "var done = arguments[arguments.length - 1];"
            "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}}).then(function (found) {"
            "  done(found.violations.map(function (fault) {"
            "    return fault.id + ': ' + fault.nodes.slice(0, 3).map(function (node) { return node.html.slice(0, 160); }).join(' | ');"
            "  })); });", RULES)
        for fault in found:
            self.fault(page, f"axe ({scheme}) {fault}")

    def check_width(self, page):
        for width in (320, 390, 768):
            self.open(page, width=width, height=640)
            wide = self.driver.execute_script("return document.documentElement.scrollWidth")
            if wide > width:
                self.fault(page, f"{wide} pixels wide in a window of {width}")

    def check_keyboard(self, page):
        self.open(page)
        expected = self.driver.execute_script(
            "return Array.from(document.querySelectorAll('a[href],button,input,summary,[tabindex=\"0\"]'))"
            ".filter(function (one) { return one.checkVisibility(); }).length")
        body = self.driver.switch_to.active_element
        reached, unseen = set(), 0
        for _ in range(min(expected, 60)):
            body.send_keys(Keys.TAB)
            body = self.driver.switch_to.active_element
            reached.add(body.id)
            seen = self.driver.execute_script(
                "var style = getComputedStyle(arguments[0]); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2",
                body)
            unseen += 0 if seen else 1
        if len(reached) < min(expected, 60):
            self.fault(page, f"the Tab key reaches {len(reached)} of {min(expected, 60)} controls")
        if unseen:
            self.fault(page, f"{unseen} controls do not show that they have the focus")

    def check_ready(self, page):
        times = []
        for _ in range(5):
            self.open(page)
            times.append(self.driver.execute_script(
                "var entry = performance.getEntriesByType('navigation')[0];"
                "return entry.domContentLoadedEventEnd - entry.responseStart"))
        middle = sorted(times)[2]
        if middle > READY_MILLISECONDS:
            self.fault(page, f"ready after {middle:.0f} ms")
        return middle

    def check_requests(self):
        import json
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith((self.address, "data:", "about:", "chrome")):
                    self.fault("", f"asked of another host: {url}")
        for entry in self.driver.get_log("browser"):
            if "favicon" not in entry["message"]:
                self.fault("", f"console: {entry['message']}")

    def check_script(self):
        self.open("indicators.html")
        count = lambda: self.driver.execute_script(
            "return Array.from(document.querySelectorAll('tbody tr')).filter(function (row) { return !row.hidden; }).length")
        whole = count()
        box = self.driver.find_element("id", "filter")
        box.send_keys("福祉")
        some = count()
        if not 0 < some < whole:
            self.fault("indicators.html", f"the filter shows {some} of {whole}")
        box.clear()
        box.send_keys(Keys.SPACE)
        heads = self.driver.find_elements("css selector", "thead th button")
        heads[5].click()
        if self.driver.execute_script("return arguments[0].closest('th').getAttribute('aria-sort')", heads[5]) != "ascending":
            self.fault("indicators.html", "sorting is not said")
        values = [float(cell) for cell in self.driver.execute_script(
            "return Array.from(document.querySelectorAll('tbody tr')).map(function (row) {"
            " return row.cells[5].getAttribute('data-sort'); }).filter(Boolean)")]
        if values != sorted(values):
            self.fault("indicators.html", "the rows are not sorted")

    def picture(self, page, path, width=1280, height=900, whole=True, **more):
        self.open(page, width=width, height=height, **more)
        if whole:
            height = min(self.driver.execute_script("return document.documentElement.scrollHeight"), 4_000)
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}, "captureBeyondViewport": True})
        path.write_bytes(base64.b64decode(shot["data"]))

    def printed(self, page, path):
        self.open(page)
        done = self.driver.execute_cdp_cmd("Page.printToPDF", {
            "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": False})
        path.write_bytes(base64.b64decode(done["data"]))


def pictures(browser, folder):
    """What docs/pictures shows."""
    folder.mkdir(parents=True, exist_ok=True)
    browser.picture("index.html", folder / "site-overview.png", height=1_250, whole=False)
    browser.picture("index.html", folder / "site-overview-phone.png", width=390, height=1_400, whole=False)
    browser.picture("index.html", folder / "site-overview-dark.png", height=1_250, whole=False, dark=True)
    browser.picture("kpi/m01-1-1.html", folder / "site-indicator.png")
    browser.picture("indicators.html", folder / "site-indicators.png", height=1_000, whole=False)
    browser.picture("sheet.html", folder / "site-sheet.png")
    browser.picture("goals/g1.html", folder / "site-goal.png", height=1_000, whole=False)
    browser.picture("departments.html", folder / "site-departments.png")
    browser.picture("archive/FY2022Q2-1.html", folder / "site-edition.png", height=900, whole=False)
    browser.picture("methods.html", folder / "site-methods.png", height=1_000, whole=False)
    browser.picture("data.html", folder / "site-data.png", height=700, whole=False)
    browser.picture("en/kpi/m03-2-1.html", folder / "site-indicator-english.png")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--axe", type=pathlib.Path, required=True, help="axe.min.js")
    parser.add_argument("--demo", type=pathlib.Path, default=pathlib.Path("build/demo"), help="the folder of make demo")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("build/site"))
    parser.add_argument("--pictures", type=pathlib.Path, help="also take the pictures of the documentation")
    options = parser.parse_args()
    done = subprocess.run(
        [options.binary.resolve(), "publish", "--config", options.demo / "shirube.yaml", "--as-of", "2022-11-01", options.out],
        text=True, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"check_pages: publish ended with {done.returncode}: {done.stdout}{done.stderr}")
    server = Server(options.out)
    browser = Browser(server.address, options.axe)
    begun = time.monotonic()
    try:
        slowest = 0
        for page in PAGES:
            browser.open(page)
            browser.check_axe(page, "light")
            browser.open(page, dark=True)
            browser.check_axe(page, "dark")
            browser.check_width(page)
        for page in KINDS:
            browser.check_keyboard(page)
            slowest = max(slowest, browser.check_ready(page))
        browser.check_script()
        browser.printed("kpi/m01-1-1.html", options.out.parent / "site-indicator.pdf")
        browser.check_requests()
        if options.pictures:
            pictures(browser, options.pictures)
    finally:
        browser.driver.quit()
    browser.faults += [f"missing: {path}" for path in server.missing]
    for fault in browser.faults[:60]:
        print(f"check_pages: {fault}")
    print(f"check_pages: {len(PAGES)} pages in {time.monotonic() - begun:.0f} s, the slowest ready after {slowest:.0f} ms, "
          f"{len(browser.faults)} faults")
    sys.exit(1 if browser.faults else 0)


if __name__ == "__main__":
    main()
