// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/regionbox.h"

#include <QLineEdit>

namespace nexus {

namespace {

QStringList regions()
{
    return QStringLiteral(
        "us-east-1 us-east-2 us-west-2 ca-central-1 sa-east-1 eu-central-1 eu-central-2 eu-north-1 "
        "eu-south-1 eu-west-1 eu-west-2 eu-west-3 ap-northeast-1 ap-northeast-2 ap-northeast-3 "
        "ap-south-1 ap-southeast-1 ap-southeast-2 us-gov-east-1 us-gov-west-1")
        .split(u' ');
}

} // namespace

RegionBox::RegionBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItems(regions());
    setRegion({});
}

void RegionBox::setRegion(const QString &region)
{
    setCurrentIndex(findText(region));
    setEditText(region);
}

} // namespace nexus
