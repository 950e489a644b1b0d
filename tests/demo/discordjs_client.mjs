// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// discord.js, a client by other authors, against the stand-in Discord: log in, receive the server, register a slash
// command, answer interactions and a button, lose the connection and resume.
// Usage: node discordjs_client.mjs STANDIN_PROGRAM FOLDER_WITH_NODE_MODULES
import { spawn } from 'node:child_process';
import { once, EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';

const [program, modules] = process.argv.slice(2);
let discord;
try {
    discord = createRequire(path.join(modules, 'package.json'))('discord.js');
} catch {
    console.log(`SKIPPED: discord.js is not installed in ${modules} (packaging/test does that)`);
    process.exit(77);
}
const { Client, Events, GatewayIntentBits, SlashCommandBuilder, ActionRowBuilder, ButtonBuilder, MessageFlags } = discord;

// -- the stand-in's process: commands go in as lines, answers and reports come back as lines ------------------------
const standin = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = readline.createInterface({ input: standin.stdout })[Symbol.asyncIterator]();
const base = (await lines.next()).value.replace('api-base ', '');
const token = (await lines.next()).value.replace('token ', '');
const answers = [];
const replies = [];
const arrived = new EventEmitter();
(async () => {
    for await (const line of lines) {
        const value = JSON.parse(line);
        ('replied' in value ? replies : answers).push(value);
        arrived.emit('line');
    }
})();
async function next(list) {
    while (list.length === 0) await once(arrived, 'line');
    return list.shift();
}
async function tell(command) {
    standin.stdin.write(`${command}\n`);
    return next(answers);
}

function check(value, what) {
    if (!value) throw new Error(`failed: ${what}`);
    console.log('ok:', what);
}

const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.GuildModeration],
    rest: { api: base.replace(/\/v10$/, ''), version: '10' },
});
client.on(Events.Warn, (text) => console.log('warning:', text));
client.on(Events.Error, (error) => { console.error(error); process.exit(1); });
const deadline = setTimeout(() => { console.error('discord.js got stuck'); process.exit(1); }, 60_000);

try {
    const ready = once(client, Events.ClientReady);
    await client.login(token);
    await ready;
    const world = await tell('world');
    const guild = client.guilds.cache.get(world.guild);
    check(guild?.name === 'Northwind', 'the server arrived by name');
    check(client.user.id === world.bot, 'the bot knows itself');
    check(guild.roles.cache.get(world.support)?.name === 'Support', 'roles arrived');
    check(guild.channels.cache.get(world.category)?.name === 'General Tickets', 'categories arrived');

    const command = new SlashCommandBuilder().setName('hello').setDescription('Says hello')
        .addStringOption((option) => option.setName('name').setDescription('Whom').setRequired(true));
    const registered = await client.application.commands.set([command]);
    check(registered.size === 1 && (await client.application.commands.fetch()).size === 1, 'the command is registered');

    client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isChatInputCommand()) {
            const row = new ActionRowBuilder().addComponents(
                new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(1));
            await interaction.deferReply({ flags: MessageFlags.Ephemeral });
            await interaction.editReply({ content: `Hello ${interaction.options.getString('name')}`, components: [row] });
        } else if (interaction.isButton()) {
            await interaction.update({ content: `${interaction.message.content} again`, components: [] });
        }
    });
    const sent = await tell('command hello [{"name":"name","type":3,"value":"Dana"}]');
    check((await next(replies)).type === 5, 'the command was acknowledged');
    const reply = await next(replies);
    check(reply.replied === sent.interaction && reply.ephemeral, 'and answered privately');
    check(reply.message.content === 'Hello Dana', "with the option's value");
    await tell(`press ${sent.interaction} more`);
    const pressed = await next(replies);
    check(pressed.type === 7 && pressed.message.content === 'Hello Dana again', 'a button changed its message');

    const created = once(client, Events.ChannelCreate);
    const audited = once(client, Events.GuildAuditLogEntryCreate);
    const ticket = await tell('ticket-open');
    const [channel] = await created;
    check(channel.id === ticket.channel && channel.parent.name === 'General Tickets', 'a new channel is told');
    const [entry] = await audited;
    check(entry.targetId === ticket.channel, 'and so is its audit entry');
    const logs = await guild.fetchAuditLogs({ limit: 1 });
    check(logs.entries.first().targetId === ticket.channel, 'which can be read as well');
    await tell(`say ${ticket.channel} requester hello`);
    check((await channel.messages.fetch({ limit: 10 })).size === 2, 'messages can be read back');
    const posted = await channel.send({ content: 'Looking into it', allowedMentions: { parse: [] } });
    check(posted.content === 'Looking into it', 'messages can be posted');

    const before = await tell('state');
    const resumed = once(client, Events.ShardResume);
    const message = new Promise((resolve) => client.on(Events.MessageCreate, (m) => m.author.username === 'Ana' && resolve(m)));
    await tell('drop');
    await tell(`say ${ticket.channel} staff while you were away`);
    await resumed;
    const after = await tell('state');
    check(after.resumes === before.resumes + 1, 'the lost connection was resumed');
    check(after.identifies === before.identifies, 'without identifying again');
    check((await message).channelId === ticket.channel, 'what happened meanwhile was replayed');

    const deleted = once(client, Events.ChannelDelete);
    await tell(`ticket-close ${ticket.channel}`);
    check((await deleted)[0].id === ticket.channel, 'the deleted channel is told');
    console.log('discord.js', discord.version, 'works against the stand-in');
} catch (error) {
    console.error(error);
    process.exitCode = 1;
} finally {
    clearTimeout(deadline);
    await client.destroy();
    standin.stdin.end('quit\n');
}
