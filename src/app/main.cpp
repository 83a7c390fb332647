// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/consolelauncher.h"
#include "app/display.h"
#include "app/programsetup.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    nexus::prepareProcess();
    const QCoreApplication application(argc, argv);
    const nexus::Environment environment = nexus::Environment::ofProcess();
    const nexus::Result<nexus::Options> options
        = nexus::parseCommandLine(QCoreApplication::arguments(), environment);
    if (!options) {
        std::fprintf(stderr, "nexus: %s\n%s\n", qUtf8Printable(options.error().message),
            qUtf8Printable(nexus::usageHint()));
        return 2;
    }
    if (options->command == nexus::Options::Command::Help) {
        std::fputs(qUtf8Printable(nexus::helpText()), stdout);
        return 0;
    }
    if (options->command == nexus::Options::Command::Version) {
        std::puts(qUtf8Printable(nexus::versionText()));
        return 0;
    }
    if (options->command == nexus::Options::Command::Serve && !options->isHeadless) {
        const nexus::Display display = nexus::findDisplay(environment);
        if (display == nexus::Display::There) {
            // Returns only when there is none.
            nexus::becomeConsole(argv);
        } else if (display == nexus::Display::Silent) {
            std::fputs(
                "nexus: the display does not answer, so there is no window; --headless says it beforehand\n",
                stderr);
        }
    }
    nexus::raiseDescriptorLimit();
    return nexus::Application(*options, environment).run();
}
