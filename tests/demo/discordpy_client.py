# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""discord.py, a client by other authors, against the stand-in Discord: log in, receive the server, register a slash
command, answer an interaction, lose the connection and resume. Usage: discordpy_client.py STANDIN_PROGRAM"""
import asyncio
import json
import logging
import sys
import urllib.request

try:
    import discord
    import discord.gateway
    import discord.http
    import yarl
    from discord import app_commands
except ImportError:
    print("SKIPPED: discord.py is not installed (Debian: python3-discord)")
    sys.exit(77)

TIMEOUT = 60


class StandIn:
    """The stand-in's process: commands go in as lines, answers and reports come back as lines."""

    async def start(self, program):
        self.process = await asyncio.create_subprocess_exec(
            program, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
        self.base = (await self.line()).removeprefix("api-base ")
        self.token = (await self.line()).removeprefix("token ")
        self.answers = asyncio.Queue()
        self.replies = asyncio.Queue()
        self.reader = asyncio.create_task(self.read())

    async def line(self):
        return (await self.process.stdout.readline()).decode().strip()

    async def read(self):
        while line := await self.line():
            value = json.loads(line)
            await (self.replies if "replied" in value else self.answers).put(value)

    async def tell(self, command):
        self.process.stdin.write(command.encode() + b"\n")
        await self.process.stdin.drain()
        return await self.answers.get()

    async def stop(self):
        self.process.stdin.write(b"quit\n")
        await self.process.stdin.drain()
        await self.process.wait()


class Client(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents.default())
        self.tree = app_commands.CommandTree(self)
        self.happened = {name: asyncio.Event() for name in ("ready", "resumed")}
        self.messages = asyncio.Queue()
        self.channels = asyncio.Queue()

    async def on_ready(self):
        self.happened["ready"].set()

    async def on_resumed(self):
        self.happened["resumed"].set()

    async def on_message(self, message):
        await self.messages.put(message)

    async def on_guild_channel_create(self, channel):
        await self.channels.put(channel)


def check(value, what):
    if not value:
        raise AssertionError(what)
    print("ok:", what)


async def scenario(standin, client):
    await client.happened["ready"].wait()
    world = await standin.tell("world")
    guild = client.get_guild(int(world["guild"]))
    check(guild and guild.name == "Northwind", "the server arrived by name")
    check(str(client.user.id) == world["bot"], "the bot knows itself")
    check(guild.get_role(int(world["support"])).name == "Support", "roles arrived")
    check(guild.get_channel(int(world["category"])).name == "General Tickets", "categories arrived")
    check((await client.application_info()).id == client.user.id, "the application can be read")

    @client.tree.command(name="hello", description="Says hello")
    async def hello(interaction: discord.Interaction, name: str):
        await interaction.response.send_message(f"Hello {name}", ephemeral=True)

    @client.tree.command(name="slow", description="Answers later")
    async def slow(interaction: discord.Interaction):
        await interaction.response.defer()
        await interaction.edit_original_response(content="Done", embed=discord.Embed(title="Result"))

    registered = await client.tree.sync()
    check({command.name for command in registered} == {"hello", "slow"}, "commands are registered")
    check(len(await client.tree.fetch_commands()) == 2, "commands can be listed")

    sent = await standin.tell('command hello [{"name":"name","type":3,"value":"Dana"}]')
    reply = await standin.replies.get()
    check(reply["replied"] == sent["interaction"], "the command was answered")
    check(reply["type"] == 4 and reply["ephemeral"], "privately and at once")
    check(reply["message"]["content"] == "Hello Dana", "with the option's value")

    await standin.tell("command slow")
    check((await standin.replies.get())["type"] == 5, "the slow command was acknowledged")
    reply = await standin.replies.get()
    check(reply["edits"] == 1 and reply["message"]["embeds"][0]["title"] == "Result", "and edited")

    ticket = await standin.tell("ticket-open")
    channel = await client.channels.get()
    check(str(channel.id) == ticket["channel"], "a new channel is told")
    check(channel.category.name == "General Tickets", "in its category")
    await standin.tell(f"say {ticket['channel']} requester hello")
    in_ticket = []
    while len(in_ticket) < 2:  # the public answer to /slow was told as well
        message = await client.messages.get()
        in_ticket += [message] if message.channel.id == channel.id else []
    check([m.author.name for m in in_ticket] == ["Tickets", "Ben"], "messages are told with their authors")
    check(in_ticket[1].content == "", "without their content, which was not asked for")
    history = [message async for message in channel.history(limit=10)]
    check(len(history) == 2, "messages can be read back")
    posted = await channel.send("Looking into it", allowed_mentions=discord.AllowedMentions.none())
    check(posted.content == "Looking into it", "messages can be posted")

    before = await standin.tell("state")
    await standin.tell("drop")
    await standin.tell(f"say {ticket['channel']} requester while you were away")
    await client.happened["resumed"].wait()
    after = await standin.tell("state")
    check(after["resumes"] == before["resumes"] + 1, "the lost connection was resumed")
    check(after["identifies"] == before["identifies"], "without identifying again")
    while (await client.messages.get()).channel.id != channel.id:
        pass
    check(not client.is_closed(), "what happened meanwhile was replayed")


async def main():
    standin = StandIn()
    await standin.start(sys.argv[1])
    discord.http.Route.BASE = standin.base
    with urllib.request.urlopen(standin.base + "/gateway") as answer:  # this client does not ask by itself
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(json.load(answer)["url"])
    client = Client()
    running = asyncio.create_task(client.start(standin.token))
    steps = asyncio.create_task(scenario(standin, client))
    try:
        done, _ = await asyncio.wait({running, steps}, timeout=TIMEOUT, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            raise TimeoutError("discord.py got stuck")
        for task in done:
            task.result()
    finally:
        steps.cancel()
        await client.close()
        await standin.stop()
    print("discord.py", discord.__version__, "works against the stand-in")


logging.basicConfig(level=logging.INFO)
asyncio.run(main())
