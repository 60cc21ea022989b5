# Every task of the guide. `make` alone lists them; what a task needs is set up on first use and again when the lock changes.
.DEFAULT_GOAL := help
.PHONY: help html pdf epub site serve test pictures lint addresses cards linkcheck gpu-check audit bench rehearse laptop translate lock system-packages clean
SHELL := /bin/bash -euo pipefail

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
BUILD  := build
SITE   := $(VENV)/.site
WRITE  := $(VENV)/.write
TEST   := $(VENV)/.test
WEB    := rehearsal/console/web
AUDIT  := tests/audit
SCREEN := $(BUILD)/console/index.html
# What the walk needs, by the names of Debian's packages.
SYSTEM := bubblewrap chromium fonts-noto-cjk iproute2 nano nodejs npm openssh-client openssh-server perl python3-pip \
  python3-venv tmux unzip

# -n: every reference must resolve; -W: a warning is an error; --keep-going: report all of them; -q: say nothing else.
SPHINX := $(BIN)/sphinx-build -c . -n -W --keep-going -q
PYTEST := $(BIN)/pytest -n 2

help: ## 列出全部任务 / list all tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

html: $(SITE) ## 生成网站 / build the site: build/html (中文), build/html/en (English)
	@$(SPHINX) -b html -d $(BUILD)/doctrees/zh_CN docs $(BUILD)/html
	@$(SPHINX) -b html -d $(BUILD)/doctrees/en -D language=en docs $(BUILD)/html/en
	@echo "build/html/index.html · build/html/en/index.html"

pdf: $(TEST) ## 生成 PDF / one PDF a language: build/pdf (needs Chromium)
	@$(SPHINX) -b pdf -d $(BUILD)/doctrees/zh_CN docs $(BUILD)/pdf/zh_CN
	@$(SPHINX) -b pdf -d $(BUILD)/doctrees/en -D language=en docs $(BUILD)/pdf/en
	@ls $(BUILD)/pdf/*/*.pdf

epub: $(TEST) ## 生成 EPUB / one EPUB a language: build/epub (needs Chromium, for the cover)
	@$(SPHINX) -b epub -d $(BUILD)/doctrees/zh_CN docs $(BUILD)/epub/zh_CN
	@$(SPHINX) -b epub -d $(BUILD)/doctrees/en -D language=en docs $(BUILD)/epub/en
	@ls $(BUILD)/epub/*/*.epub

site: pdf epub ## 生成网站，并提供 PDF 和 EPUB / the site, with both books to download
	@$(SPHINX) -b html -d $(BUILD)/doctrees/zh_CN -D guide_books=$(BUILD) docs $(BUILD)/html
	@$(SPHINX) -b html -d $(BUILD)/doctrees/en -D language=en -D guide_books=$(BUILD) docs $(BUILD)/html/en
	@echo "build/html/index.html · build/html/en/index.html"

serve: $(WRITE) ## 边写边看 / rebuild while writing, one language: make serve LANGUAGE=en
	$(BIN)/sphinx-autobuild -c . --port 0 --open-browser --watch cloudformation --watch scripts -D language=$(or $(LANGUAGE),zh_CN) docs $(BUILD)/serve/$(or $(LANGUAGE),zh_CN)

test: $(TEST) $(SCREEN) lint ## 走一遍整份指南，并检查其余一切 / walk the whole guide and check everything else
	$(PYTEST)

pictures: $(TEST) $(SCREEN) ## 重拍全部截图 / take all pictures again, by walking the console way
	KEEP_PICTURES=1 $(PYTEST) docs -k console

lint: $(TEST) $(WEB)/node_modules/.package-lock.json ## 只检查代码风格和类型 / style and types only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	cd $(WEB) && npm run --silent check

addresses: html ## 记下新的页面和标题地址 / keep the addresses of new pages and headings in docs/addresses.txt
	@$(BIN)/python -m tests.site.addresses $(BUILD)/html

cards: html $(TEST) ## 重画链接预览的图片 / draw the pictures of link previews, docs/cards, that are out of date
	@$(BIN)/python -m tests.site.cards $(BUILD)/html

linkcheck: $(SITE) ## 检查外部链接（需要网络） / check the links to other sites (needs the network)
	@failed=; for language in zh_CN en; do \
	  $(SPHINX) -b linkcheck -d $(BUILD)/doctrees/linkcheck/$$language -D language=$$language docs $(BUILD)/linkcheck/$$language || failed=1; \
	done; test -z "$$failed"

gpu-check: $(TEST) ## 在有 GPU 的机器上运行指南的 GPU 检查 / the guide's check of the GPU, where there is one
	$(BIN)/python -m walkthrough.gpu

audit: html $(TEST) $(WEB)/node_modules/.package-lock.json $(AUDIT)/node_modules/.package-lock.json ## 用 axe 和 Lighthouse 检查每一页 / axe and Lighthouse on every page, as a table
	$(BIN)/python -m tests.audit

bench: $(TEST) ## 测量生成与演练的时间 / measure building and walking
	$(BIN)/python -m tests.bench

rehearse: $(TEST) $(SCREEN) html ## 不用账户，在本机练习 / practise here, without an account: make rehearse LANGUAGE=en
	$(BIN)/python -m rehearsal.console --downloads $(BUILD)/html/$(if $(filter en,$(LANGUAGE)),en/)deep-learning-scripts.zip

laptop: ## 演练用的电脑的终端，在 make rehearse 之后 / a terminal on the laptop of the rehearsal, after make rehearse
	@$(BIN)/python -m rehearsal.laptop

translate: $(WRITE) ## 更新英文目录 / carry new sentences into docs/locale/en
	@$(SPHINX) -b gettext -d $(BUILD)/doctrees/gettext docs $(BUILD)/gettext
	$(BIN)/sphinx-intl update -p $(BUILD)/gettext -d docs/locale -l en --no-obsolete -w 0

lock: $(VENV)/bin/python ## 重新锁定依赖版本 / compile requirements/*.lock from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group site --group write --group test pyproject.toml -o requirements/guide.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group aws pyproject.toml -o requirements/aws.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group instance pyproject.toml -o requirements/instance.lock

# Chromium walks the console way, the fonts write its Chinese, Node builds its pages, venv and pip hold the Python
# packages. The rest is the instance and the laptop of the rehearsal: a sandbox, its network, and what is typed there.
system-packages: ## 安装系统软件包（Debian，root） / install system packages: chromium, bubblewrap and others
	@missing=; for package in $(SYSTEM); do case $$package in \
	  bubblewrap) command -v bwrap ;; nodejs) command -v node ;; iproute2) command -v ip ;; \
	  openssh-client) command -v ssh ;; openssh-server) ls /usr/sbin/sshd ;; perl) command -v shasum ;; \
	  fonts-noto-cjk) ls /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ;; python3-pip) ls /usr/bin/pip ;; \
	  python3-venv) $(PYTHON) -c 'import ensurepip, venv' ;; \
	  *) command -v $$package ;; esac >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -z "$$missing" ]; then echo "Here already: $(SYSTEM)"; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then echo "Installing:$$missing"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else echo "Missing:$$missing. Install them with your system's package manager." >&2; exit 1; fi

clean: ## 删除一切生成物 / remove all that was built or installed
	rm -rf $(BUILD) $(VENV) $(WEB)/node_modules $(AUDIT)/node_modules .pytest_cache .ruff_cache .mypy_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. Run: make system-packages" >&2; exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet pip==26.3

$(SITE): requirements/guide.lock | $(BIN)/python
	@$(BIN)/pip install --quiet --group site --constraint requirements/guide.lock
	@touch $@

$(WRITE): requirements/guide.lock | $(BIN)/python
	@$(BIN)/pip install --quiet --group site --group write --constraint requirements/guide.lock
	@touch $@

# The AWS CLI has an environment of its own: it insists on a docutils that no current Sphinx runs on. So has the instance
# of the rehearsal, where it is /opt/pytorch; the programs in it are told so.
$(TEST): requirements/guide.lock requirements/aws.lock requirements/instance.lock | $(BIN)/python
	@$(BIN)/pip install --quiet --group site --group write --group test --constraint requirements/guide.lock
	@for name in aws-cli pytorch; do \
	  $(PYTHON) -m venv --prompt $$name $(VENV)/$$name; \
	  $(VENV)/$$name/bin/python -m pip install --quiet pip==26.3; done
	@$(VENV)/aws-cli/bin/python -m pip install --quiet --group aws --constraint requirements/aws.lock
	@$(VENV)/pytorch/bin/python -m pip install --quiet --group instance --constraint requirements/instance.lock
	@grep -lI "$$PWD/$(VENV)/pytorch" $(VENV)/pytorch/bin/* | xargs -r sed -i "s|$$PWD/$(VENV)/pytorch|/opt/pytorch|g"
	@touch $@

%/node_modules/.package-lock.json: %/package-lock.json
	@command -v npm >/dev/null || { echo "Node and npm are missing. Run: make system-packages" >&2; exit 1; }
	@cd $* && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --silent
	@touch $@

$(SCREEN): $(WEB)/node_modules/.package-lock.json rehearsal/console/labels.json $(shell find $(WEB)/src $(WEB)/index.html -type f 2>/dev/null)
	@cd $(WEB) && npm run --silent build
	@touch $@
