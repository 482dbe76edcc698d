"""The page as people use it, in headless Chromium: filters, the way to the text and back, the keyboard."""

import base64
import importlib.resources
import shutil

import pytest

from checker.report import html

webdriver = pytest.importorskip("selenium.webdriver", reason="no selenium to drive a browser")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import Select, WebDriverWait  # noqa: E402

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with its driver on this machine"),
    # Selenium leaves sockets for the interpreter to close.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--window-size=1280,900",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser, everything, tmp_path):
    def open_page(*results, width=1280, dark=False):
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        path = tmp_path / "report.html"
        path.write_text(html.write(results, everything), encoding="utf-8")
        browser.get(path.as_uri())
        return browser

    return open_page


def shown(browser):
    """The ids of the findings that are not filtered out."""
    return [item.get_attribute("id") for item in browser.find_elements(By.CSS_SELECTOR, ".item:not([hidden])")]


def status(browser):
    return browser.find_element(By.ID, "shown").text


def focused(browser):
    return browser.switch_to.active_element


def test_filters_by_verdict_check_and_section(opened, paper):
    browser = opened(paper)
    everything = shown(browser)
    assert status(browser) == f"{len(everything)} of {len(everything)} shown"
    browser.find_element(By.CSS_SELECTOR, "input[value=consistent]").click()
    kept = shown(browser)
    assert 0 < len(kept) < len(everything)
    assert not browser.find_element(By.CSS_SELECTOR, "details.group").is_displayed()
    Select(browser.find_element(By.NAME, "section")).select_by_visible_text("Abstract")
    assert len(shown(browser)) == 1
    Select(browser.find_element(By.NAME, "check")).select_by_visible_text("binomial_interval")
    assert shown(browser) == []
    assert status(browser) == f"0 of {len(everything)} shown"
    browser.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    # The fields have their values back only once the event is over, and the page follows after that.
    WebDriverWait(browser, 10).until(lambda _: shown(browser) == everything)


def test_from_a_figure_in_the_text_to_its_finding_and_back(opened, paper):
    browser = opened(paper)
    figure = browser.find_element(By.CSS_SELECTOR, ".running a.figure.discrepant")
    figure.click()
    card = focused(browser)
    assert "10 of 55 is 18.2%, not 22%" in card.text
    assert "current" in card.get_attribute("class")
    assert browser.execute_script("return location.hash") == f"#{card.get_attribute('id')}"
    card.find_element(By.CSS_SELECTOR, "a.to-text").click()
    assert focused(browser).text == figure.text
    browser.back()
    assert focused(browser).get_attribute("id") == card.get_attribute("id")


def test_a_figure_that_held_opens_what_is_collapsed(opened, paper):
    browser = opened(paper)
    group = browser.find_element(By.CSS_SELECTOR, "details.group")
    assert group.get_attribute("open") is None
    browser.find_element(By.CSS_SELECTOR, ".running a.figure.consistent").click()
    assert group.get_attribute("open") is not None
    assert focused(browser).is_displayed()


def test_a_finding_filtered_out_is_shown_when_its_figure_is_followed(opened, paper):
    browser = opened(paper)
    browser.find_element(By.CSS_SELECTOR, "input[value=discrepant]").click()
    browser.find_element(By.CSS_SELECTOR, ".running a.figure.discrepant").click()
    assert focused(browser).is_displayed()
    assert browser.find_element(By.CSS_SELECTOR, "input[value=discrepant]").is_selected()


def test_documentation_opens_from_a_finding(opened, paper):
    browser = opened(paper)
    browser.find_element(By.CSS_SELECTOR, ".card a.about").click()
    assert focused(browser).text.startswith("percent_from_count")
    assert "count / denominator" in browser.find_element(By.ID, "check-percent_from_count").text


def test_works_with_the_keyboard_alone(opened, paper):
    browser = opened(paper)
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    assert focused(browser).text == "Skip to the findings"
    focused(browser).send_keys(Keys.TAB)
    assert "Abstract" in focused(browser).text
    focused(browser).send_keys(Keys.ENTER)
    assert "10 of 55" in focused(browser).text
    focused(browser).send_keys(Keys.TAB)
    assert focused(browser).get_attribute("class") == "to-text"
    focused(browser).send_keys(Keys.ENTER)
    assert "figure" in focused(browser).get_attribute("class")
    box = browser.find_element(By.CSS_SELECTOR, "input[value=consistent]")
    box.send_keys(Keys.SPACE)
    assert not box.is_selected()


def test_a_paper_full_of_markup_runs_nothing_and_fetches_nothing(opened, hostile):
    browser = opened(hostile)
    browser.execute_script("document.querySelectorAll('details').forEach(found => { found.open = true })")
    for link in browser.find_elements(By.CSS_SELECTOR, ".running a"):
        browser.execute_script("arguments[0].click()", link)
    assert browser.execute_script("return window.pwned") is None
    assert browser.execute_script("return document.scripts.length") == 1
    assert browser.execute_script("return document.querySelectorAll('img, main svg [onload], [onerror]').length") == 0
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.get_log("browser") == []
    assert "<script>window.pwned=4</script>" in browser.find_element(By.CLASS_NAME, "running").text


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_violation_of_accessibility_and_nothing_wider_than_the_screen(opened, paper, hostile, width, dark):
    axe = importlib.resources.files("axe_core_python").joinpath("axe.min.js").read_text()
    browser = opened(paper, hostile, width=width, dark=dark)
    browser.execute_script("document.querySelectorAll('details').forEach(found => { found.open = true })")
    browser.execute_script(axe)
    found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")


def test_the_print_has_every_finding_and_the_text(opened, paper):
    pdfium = pytest.importorskip("pypdfium2")
    browser = opened(paper)
    content = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    document = pdfium.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "10 of 55 is 18.2%, not 22%" in " ".join(text.split())
    assert "Treatment was given for 28 days" in " ".join(text.split())
    assert "Show everything" not in text
