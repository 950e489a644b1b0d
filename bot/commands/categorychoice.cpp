// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/categorychoice.h"

#include "bot/base/format.h"
#include "bot/commands/customid.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxChoices = 25;

QString allCategories(const Language &language)
{
    return language.translate("Commands", "All categories");
}

QString noCategory(const Language &language)
{
    return language.translate("Commands", "None", "tickets outside of any category");
}

Error categoryError(const QString &text)
{
    return {ErrorKind::Invalid, text, {}};
}

} // namespace

QString categoryKey(const CategoryFilter &filter)
{
    if (filter.all)
        return u"all"_s;
    return filter.id ? filter.id.toString() : u"none"_s;
}

std::optional<CategoryFilter> categoryFromKey(const KnownCategories &known, QStringView key)
{
    if (!isCategoryKey(key))
        return {};
    if (key == "all"_L1)
        return CategoryFilter{};
    if (key == "none"_L1)
        return CategoryFilter{.all = false, .id = {}, .name = {}};
    const auto it = std::find_if(known.begin(), known.end(), [&](const KnownCategory &category) {
        return key == categoryKey(category.filter);
    });
    if (it == known.end())
        return {};
    return it->filter;
}

Result<CategoryFilter> categoryFromText(const KnownCategories &known, const QString &typed,
                                        const Language &language)
{
    const QString text = typed.trimmed();
    const auto same = [&](const QString &name) { return text.compare(name, Qt::CaseInsensitive) == 0; };
    if (same(u"all"_s) || same(allCategories(language)))
        return CategoryFilter{};
    if (const auto byKey = categoryFromKey(known, text))
        return *byKey;

    const auto matching = [&](bool configured, Qt::CaseSensitivity sensitivity) {
        KnownCategories found;
        std::copy_if(known.begin(), known.end(), std::back_inserter(found),
                     [&](const KnownCategory &category) {
                         return category.configured == configured && !category.name.isEmpty()
                             && category.name.compare(text, sensitivity) == 0;
                     });
        return found;
    };
    // What is configured now goes before what only old tickets know, an exact name before another spelling.
    for (const bool configured : {true, false}) {
        for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
            const KnownCategories found = matching(configured, sensitivity);
            if (found.size() == 1)
                return found.first().filter;
            if (found.size() > 1)
                return categoryError(
                    language.translate("Commands", "%1 categories are named %2. Choose one from the list.")
                        .arg(found.size())
                        .arg(Discord::escaped(text, 100)));
        }
    }
    if (same(u"None"_s) || same(noCategory(language)))
        return CategoryFilter{.all = false, .id = {}, .name = {}};
    return categoryError(
        language.translate("Commands", "No category named %1.").arg(Discord::escaped(text, 100)));
}

QString categoryTitle(const KnownCategories &known, const CategoryFilter &filter, const Language &language)
{
    if (filter.all)
        return allCategories(language);
    if (!filter.id && filter.name.isEmpty())
        return noCategory(language);
    const auto it = std::find_if(known.begin(), known.end(), [&](const KnownCategory &category) {
        return category.filter.id == filter.id;
    });
    if (it != known.end() && !it->name.isEmpty())
        return it->name;
    return filter.name.isEmpty() ? filter.id.toString() : filter.name;
}

QVector<Discord::Choice> categoryChoices(const KnownCategories &known, const QString &typed,
                                         const Language &language)
{
    QVector<Discord::Choice> choices{{allCategories(language), u"all"_s}};
    const QString part = typed.trimmed();
    for (const KnownCategory &category : known) {
        if (choices.size() == MaxChoices)
            break;
        if (!category.configured || !category.name.contains(part, Qt::CaseInsensitive))
            continue;
        choices.append(
            {language.translate("Commands", "%1 (%2 open)", "a category and its number of open tickets")
                 .arg(Discord::cleaned(category.name, 70), Format::count(category.open, language.locale())),
             categoryKey(category.filter)});
    }
    return choices;
}

QVector<Discord::Choice> daysChoices(const QString &typed, const Language &language)
{
    QVector<int> days{1, 7, 14, 30, 90};
    bool isNumber = false;
    const int number = typed.trimmed().toInt(&isNumber);
    if (isNumber) {
        days.removeIf([&](int day) { return !QString::number(day).startsWith(QString::number(number)); });
        if (number >= 1 && number <= 3650 && !days.contains(number))
            days.prepend(number);
    }
    QVector<Discord::Choice> choices;
    for (const int day : days)
        choices.append({language.translate("Commands", "%n day(s)", nullptr, day), QString::number(day)});
    return choices;
}
