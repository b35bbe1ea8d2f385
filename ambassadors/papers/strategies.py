"""Each strategy at work, in our own plain words: what one does, what is asked in a tender, what comes of it."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Profile, Strategy
from ambassadors.instrument import Leaning


class Work(NamedTuple):
    """`does`: said to who will do it. `asked`: as a task. `results`: what one may see of it. `partner`: who helps."""

    does: tuple[Any, ...]
    asked: tuple[Any, ...]
    results: tuple[Any, ...]
    partner: Any


WORK = {
    Strategy.BOTTOM_UP: Work(
        (
            _("You go where children and young people are: the square, the park, the school gate."),
            _("You listen to what they want to do, and set it up together with them."),
            _("You help a new initiative until it can go on without you."),
        ),
        (
            _("looking up children and young people where they are"),
            _("setting up activities with them, starting from their own ideas"),
            _("making new initiatives strong enough to last"),
        ),
        (
            _("new initiatives that children and young people help to carry"),
            _("places in the neighbourhood where they feel welcome"),
        ),
        _("You let us know where young people are, and you give their ideas a chance in your place."),
    ),
    Strategy.LOW_THRESHOLD: Work(
        (
            _("You work with a group in youth work that is easy to walk into."),
            _("You build trust, and from there you show the way to other leisure."),
            _("You bring groups together that would not meet by themselves."),
        ),
        (
            _("supporting a group in youth work that is easy to walk into"),
            _("showing the way from there to other leisure"),
            _("bringing groups together that do not know each other"),
        ),
        (
            _("meetings between groups that did not know each other"),
            _("young people who find their way from the group to other leisure"),
        ),
        _("You receive the ambassador in your youth work, and you do activities together with other groups."),
    ),
    Strategy.INDIVIDUAL_GUIDANCE: Work(
        (
            _("You get to know a child and the family, and you look for a leisure activity that fits."),
            _("You go along the first times, and you help with practical matters."),
            _("You keep in touch after the enrolment, until it goes well without you."),
        ),
        (
            _("getting to know children, young people and their families"),
            _("looking with them for leisure that fits, and going along the first times"),
            _("following up after the enrolment, until it goes well by itself"),
        ),
        (
            _("children and young people who enrol and keep taking part"),
            _("insight into the thresholds that families meet"),
        ),
        _("You think along about the way from a family to a club: before, during and after the first time."),
    ),
    Strategy.ASSOCIATION_SUPPORT: Work(
        (
            _("You know the clubs in the area, and what keeps their volunteers busy."),
            _("You help them to welcome everyone: from the first talk to the fees."),
            _("You give tips and tools, and stay near when something is difficult."),
        ),
        (
            _("knowing the clubs and the questions of their volunteers"),
            _("helping clubs to lower thresholds, with advice and tools"),
            _("staying near when a child is new in a club"),
        ),
        (
            _("clubs that lower their thresholds and dare to ask for help"),
            _("advice and tools that clubs go on using"),
        ),
        _("You talk openly about what your club can and cannot take on, and you try things out with the ambassador."),
    ),
    Strategy.NETWORKING: Work(
        (
            _("You bring partners together who know families, and partners who offer leisure."),
            _("You see to it that everyone knows who does what."),
            _("You keep the network alive with short lines and clear agreements."),
        ),
        (
            _("bringing partners from the demand side and the supply side together"),
            _("making clear agreements on who does what"),
            _("keeping the network alive"),
        ),
        (
            _("partners who find each other and refer to each other"),
            _("agreements that hold when people change"),
        ),
        _("You take part in the meetings with partners, and you share what helps others."),
    ),
    Strategy.STRUCTURAL: Work(
        (
            _("You gather signals from families and clubs, and bring them where decisions are made."),
            _("You help to work out measures: on price, places, information or space."),
            _("You see to it that what works stays when the project ends."),
        ),
        (
            _("gathering signals and bringing them to those who decide"),
            _("preparing measures that take thresholds away"),
            _("anchoring in the policy what works"),
        ),
        (
            _("measures that take thresholds away for everyone"),
            _("a vision or an action plan that is carried by the partners"),
        ),
        _("You pass on signals, and you help to think about solutions that last."),
    ),
}

# What fits each profile, to who applies.
TRAITS = {
    Profile.BOTTOM_UP_WORKER: _("You begin with what young people want, and you dare to let go of a plan."),
    Profile.GROUP_WORKER: _("You feel how a group works, and everyone may be themselves with you."),
    Profile.GUIDE: _("You win the trust of families, and you build bridges that work in practice."),
    Profile.YOUTH_WORK_SUPPORTER: _("You know youth work from the inside, and volunteers like to work with you."),
    Profile.NETWORK_BROKER: _("You connect people and organisations, and you see what each can win by it."),
    Profile.POLICY_OFFICER: _("You turn signals into proposals, and you know how a decision comes about."),
}
LEANINGS = {
    Leaning.DEMAND: _("Your heart lies with children, young people and their families."),
    Leaning.SUPPLY: _("Your heart lies with clubs and their volunteers."),
    Leaning.BOTH: _("You are as much at home with families as with clubs."),
}
